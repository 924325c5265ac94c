import type { ReactNode } from "react";

/** A table wider or longer than its place: scrolls by itself and is reached by keyboard. */
export function ScrollRegion({
  labelledBy,
  className = "",
  children,
}: {
  labelledBy: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
    <section className={`scroll-region ${className}`} tabIndex={0} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
