import { type ReactNode, useState } from "react";
import { Part } from "./part.tsx";

/** A disclosure whose inside is made, and loaded, when it is first opened. */
export function OpeningDetails({
  summary,
  className,
  children,
}: {
  summary: ReactNode;
  className?: string;
  children: () => ReactNode;
}) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className={className} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened && <Part lines={3}>{children()}</Part>}
    </details>
  );
}
