import { isSessionOver, noteSessionEnd, readSession } from "./session.ts";

/** So long before the end it is announced. */
export const noticeMs = 120_000;

/** By its own clock the page stops asking so long before the end, and looks again when it has passed. */
const cautionMs = 1000;

/** Near the end, or while the server does not answer, it is looked again so often: another window may use the session. */
const lookAgainMs = 15_000;

export type SessionEnd =
  | { kind: "far" }
  /** `at` in milliseconds since 1970; one that is merely not used can be kept. */
  | { kind: "near"; at: number; isIdle: boolean }
  | { kind: "over" };

export interface SessionWatch {
  /** Asks how long the session lasts now. */
  look: () => Promise<void>;
  stop: () => void;
}

/**
 * Watches the session of an account. `pause` stops every question of the page once the session may be over, before an
 * answer could be the public's; `resume` lets it go on. `onLost` is called when it ended before its time: that is no end
 * to be waited for but a lock or a sign-out.
 */
export function watchSession(
  account: string,
  {
    tell,
    pause,
    resume,
    onLost,
  }: { tell: (end: SessionEnd) => void; pause: () => void; resume: () => void; onLost: () => void },
): SessionWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const after = (milliseconds: number, next: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(next, milliseconds);
  };

  async function look(): Promise<void> {
    const session = await readSession().catch(() => undefined);
    if (isStopped) return;
    if (!session) return after(lookAgainMs, look);
    if (session.account === account) return follow(session.idleSeconds ?? 0, session.seconds ?? 0);
    if (!isSessionOver()) return onLost();
    pause();
    tell({ kind: "over" });
  }

  function follow(idleSeconds: number, seconds: number): void {
    const left = Math.min(idleSeconds, seconds) * 1000;
    const at = Date.now() + left;
    noteSessionEnd(at - cautionMs);
    resume();
    const isNear = left <= noticeMs;
    tell(isNear ? { kind: "near", at, isIdle: idleSeconds < seconds } : { kind: "far" });
    const doubtful = Math.max(0, left - cautionMs);
    if (!isNear) after(left - noticeMs, look);
    else if (doubtful > lookAgainMs) after(lookAgainMs, look);
    else
      after(doubtful, () => {
        pause();
        after(left - doubtful + cautionMs, look);
      });
  }

  void look();
  return {
    look,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      noteSessionEnd(null);
      resume();
    },
  };
}
