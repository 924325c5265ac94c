import type { ReactNode } from "react";

/** A sentence that says what happened or why something is empty, and what to do. */
export function Notice({ kind = "info", children }: { kind?: "info" | "problem"; children: ReactNode }) {
  return (
    <div className={`notice notice-${kind}`} role={kind === "problem" ? "alert" : undefined}>
      {children}
    </div>
  );
}
