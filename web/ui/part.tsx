import { type ReactNode, Suspense } from "react";
import { useLanguage } from "../i18n/language.tsx";
import { CrashGuard } from "./crash-guard.tsx";
import { Notice } from "./notice.tsx";
import { Skeleton } from "./progress.tsx";

/** A part of the page that is loaded when needed, shows that it is coming and fails alone. */
export function Part({ children, lines = 4 }: { children: ReactNode; lines?: number }) {
  const { text } = useLanguage();
  return (
    <CrashGuard
      fallback={(retry) => (
        <Notice kind="problem">
          <p>{text.problems.crash}</p>
          <button type="button" className="button" onClick={retry}>
            {text.app.retry}
          </button>
        </Notice>
      )}
    >
      <Suspense fallback={<Skeleton lines={lines} label={text.app.working} />}>{children}</Suspense>
    </CrashGuard>
  );
}
