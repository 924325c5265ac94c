import { onlineManager, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Me } from "#domain/contract/contract.ts";
import { read } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { readSession, staySignedIn } from "../../data/session.ts";
import { type SessionEnd as End, type SessionWatch, watchSession } from "../../data/session-watch.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { CityLink, PasswordForm } from "./sign-in-view.tsx";
import { isSameRights } from "./use-same-person.ts";

/** While nobody is signed in, another window is looked for so often. */
const lookMs = 3000;

/**
 * Announces the end of a session and afterwards opens the sign-in over the page, which stays as it is: what somebody
 * typed is theirs until somebody else signs in.
 */
export default function SessionEnd() {
  const { me } = useOpened();
  const client = useQueryClient();
  const [end, setEnd] = useState<End>({ kind: "far" });
  const watch = useRef<SessionWatch | null>(null);
  const { account } = me;

  useEffect(() => {
    if (!account) return;
    const made = watchSession(account, {
      tell: setEnd,
      pause: () => onlineManager.setOnline(false),
      resume: () => onlineManager.setOnline(true),
      onLost: () => void client.invalidateQueries({ queryKey: ["me"] }),
    });
    watch.current = made;
    return made.stop;
  }, [account, client]);

  if (end.kind === "near") return <Announcement end={end} onStay={() => void watch.current?.look()} />;
  if (end.kind === "over") return <SignInAgain onGoOn={() => void watch.current?.look()} watch={watch} />;
  return null;
}

function Announcement({ end, onStay }: { end: Extract<End, { kind: "near" }>; onStay: () => void }) {
  const words = usePeopleText();
  const { formats } = useLanguage();
  const store = usePageStore();
  const before = useRef<EventTarget | null>(null);
  const stay = async () => {
    await staySignedIn().catch(() => undefined);
    store.getState().announce(words.session.kept);
    if (before.current instanceof HTMLElement) before.current.focus();
    onStay();
  };
  const time = formats.time(new Date(end.at).toISOString());
  return (
    <div className="person-banner" role="alert">
      <p>{end.isIdle ? words.session.nearIdle(time) : words.session.near(time)}</p>
      {end.isIdle && (
        <button
          type="button"
          className="button button-main"
          onFocus={(event) => (before.current = event.relatedTarget)}
          onClick={() => void stay()}
        >
          {words.session.stay}
        </button>
      )}
    </div>
  );
}

function SignInAgain({
  onGoOn,
  watch,
}: {
  onGoOn: () => void;
  watch: { readonly current: SessionWatch | null };
}) {
  const words = usePeopleText();
  const { me } = useOpened();
  const client = useQueryClient();
  const store = usePageStore();

  const goOn = async () => {
    const now = await read<Me>("api/me");
    if (isSameRights(now, me)) {
      store.getState().announce(words.session.again);
      client.setQueryData(["me"], now);
      onGoOn();
      await client.invalidateQueries();
    } else {
      // Somebody else, or fewer rights: the page begins anew and says why.
      watch.current?.stop();
      client.setQueryData(["me"], now);
    }
  };
  const latest = useRef(goOn);
  latest.current = goOn;

  useEffect(() => {
    const lookForOther = () =>
      void readSession()
        .then(({ account }) => (account ? latest.current() : undefined))
        .catch(() => undefined);
    const timer = setInterval(lookForOther, lookMs);
    addEventListener("focus", lookForOther);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", lookForOther);
    };
  }, []);

  return (
    <Modal
      title={words.session.over}
      onClose={() => void goOn().catch(() => undefined)}
      className="session-over"
    >
      <div className="stack">
        <p>{words.session.overHint}</p>
        {me.signInKind === "oidc" ? (
          <>
            <CityLink isApart />
            <p className="small">{words.session.apart}</p>
          </>
        ) : (
          <PasswordForm onSignedIn={goOn} />
        )}
        <button type="button" className="link-button" onClick={() => void goOn().catch(() => undefined)}>
          {words.session.without}
        </button>
      </div>
    </Modal>
  );
}
