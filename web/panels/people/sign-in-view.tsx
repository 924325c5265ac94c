import { type FormEvent, useEffect, useRef, useState } from "react";
import { ApiError, addressOf, send } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { usePage } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { useChangePerson } from "./use-change-person.ts";

/** Sign-in with a password or the city's account; the set-up while there is no account at all. */
export function SignInView() {
  const words = usePeopleText();
  const { local, oidc, setup } = useOpened().me.signIn;
  const changePerson = useChangePerson();
  const refusal = usePage((state) => state.signInRefusal);
  const { problem, tell, summary } = useSummary();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each refusal
  useEffect(() => {
    if (refusal) tell(words.signIn.refusals[refusal]);
  }, [refusal]);
  if (setup) return <SetupForm />;
  if (!local && !oidc) return <Notice>{words.signIn.closed}</Notice>;
  return (
    <div className="desk-form">
      {refusal && problem && summary}
      {oidc && <CityLink />}
      {oidc && local && <p className="small">{words.signIn.or}</p>}
      {local && <PasswordForm onSignedIn={() => changePerson(words.signedIn)} />}
    </div>
  );
}

/** Back to this very view, without the page one signs in on. */
function cityAddress(): string {
  const view = new URLSearchParams(location.search);
  view.delete("page");
  return addressOf("api/oidc/start", new URLSearchParams({ return: `${location.pathname}?${view}` }));
}

/** On to the city's sign-on and back; apart from this page where that must stay as it is. */
export function CityLink({ isApart = false }: { isApart?: boolean }) {
  const words = usePeopleText();
  return (
    <p>
      <a className="button button-main" href={cityAddress()} target={isApart ? "_blank" : undefined}>
        {words.signIn.city}
      </a>
    </p>
  );
}

export function PasswordForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { text, language } = useLanguage();
  const words = usePeopleText();
  const { problem, tell, summary } = useSummary();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [login, password] = [String(form.get("login")).trim(), String(form.get("password"))];
    if (login === "" || password === "") return tell(words.signIn.missing);
    try {
      await send("api/login", { login, password });
      await onSignedIn();
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      if (status === 429) tell(words.signIn.tooMany);
      else if (status === 400 || status === 401 || status === 403) tell(words.signIn.wrong);
      else tell(problemText(error, text, language));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      {problem && summary}
      <label className="field">
        <span>{words.accounts.login}</span>
        <input name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={80} />
      </label>
      <label className="field">
        <span>{words.signIn.password}</span>
        <input name="password" type="password" autoComplete="current-password" maxLength={200} />
      </label>
      <button type="submit" className="button button-main">
        {words.signIn.submit}
      </button>
    </form>
  );
}

/** The first account; whoever makes it is signed in with it. */
function SetupForm() {
  const { text, language } = useLanguage();
  const words = usePeopleText();
  const changePerson = useChangePerson();
  const { problem, tell, summary } = useSummary();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget));
    try {
      await send("api/setup", body);
      await changePerson(words.setup.done);
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      tell([401, 403, 404].includes(status) ? words.setup.refused : problemText(error, text, language));
    }
  };
  return (
    <form className="stack desk-form" onSubmit={(event) => void submit(event)}>
      <h2>{words.setup.title}</h2>
      <p>{words.setup.explanation}</p>
      {problem && summary}
      <label className="field">
        <span>{words.setup.token}</span>
        <input name="token" required maxLength={200} autoComplete="one-time-code" spellCheck={false} />
      </label>
      <label className="field">
        <span>{words.accounts.login}</span>
        <input name="login" required minLength={3} maxLength={80} autoComplete="username" />
      </label>
      <label className="field">
        <span>{words.accounts.office}</span>
        <input name="office" required maxLength={200} autoComplete="organization" />
      </label>
      <label className="field">
        <span>{words.accounts.password}</span>
        <input
          name="password"
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
        />
      </label>
      <button type="submit" className="button button-main">
        {words.setup.submit}
      </button>
    </form>
  );
}

/** What went wrong, above the form, with the focus on it: the reader hears it and goes on from there. */
function useSummary() {
  const [problem, setProblem] = useState<{ text: string } | null>(null);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) element.current?.focus();
  }, [problem]);
  const summary = (
    <div ref={element} tabIndex={-1} role="alert" className="notice notice-problem">
      {problem?.text}
    </div>
  );
  return { problem, summary, tell: (text: string) => setProblem({ text }) };
}
