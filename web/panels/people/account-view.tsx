import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import type { z } from "zod";
import type { issuedTokenSchema } from "#domain/contract/account-contract.ts";
import { addressOf, discard, send } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { useTokens } from "../../data/people.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Fact } from "../selection/facts.tsx";

/** Office and rights of the person signed in, the password, and keys for GIS programs. */
export function AccountView() {
  const { text, formats } = useLanguage();
  const words = usePeopleText();
  const { me } = useOpened();
  const department = me.department && (text.departments[me.department] ?? me.department);
  // Only accounts of the application have an office of their own; the demo's roles have none.
  const isAccount = me.office !== null;
  return (
    <div className="desk-form">
      <dl className="facts">
        <Fact name={words.account.office} value={me.office} />
        <Fact name={words.accounts.role} value={text.roles[me.role]} />
        <Fact name={words.accounts.department} value={department} />
        <Fact
          name={words.account.districts}
          value={me.districts.length > 0 ? formats.list(me.districts) : words.account.allDistricts}
        />
      </dl>
      {isAccount ? (
        <>
          {me.signInKind === "oidc" ? <Notice>{words.account.byCity}</Notice> : <PasswordChange />}
          <Tokens />
        </>
      ) : (
        <Notice>{words.account.demo}</Notice>
      )}
    </div>
  );
}

function PasswordChange() {
  const { text, language } = useLanguage();
  const words = usePeopleText();
  const [isChanged, setChanged] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setChanged(false);
    try {
      await send("api/me/password", Object.fromEntries(new FormData(form)));
      form.reset();
      setProblem(null);
      setChanged(true);
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h2>{words.account.password}</h2>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <div role="status">{isChanged && <Notice>{words.account.changed}</Notice>}</div>
      <label className="field">
        <span>{words.account.present}</span>
        <input name="present" type="password" required maxLength={200} autoComplete="current-password" />
      </label>
      <label className="field">
        <span>{words.accounts.password}</span>
        <input
          name="next"
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
        />
      </label>
      <button type="submit" className="button button-main">
        {words.account.password}
      </button>
    </form>
  );
}

function Tokens() {
  const { text, language, formats } = useLanguage();
  const words = usePeopleText();
  const store = usePageStore();
  const client = useQueryClient();
  const tokens = useTokens({ isWanted: true });
  const [secret, setSecret] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
      setProblem(null);
      await client.invalidateQueries({ queryKey: ["tokens"] });
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void attempt(async () => {
      const issued = await send<z.infer<typeof issuedTokenSchema>>("api/tokens", {
        name: String(form.get("name")).trim(),
        days: Number(form.get("days")),
      });
      setSecret(issued.secret);
    });
  };
  const revoke = (id: string) =>
    attempt(async () => {
      await discard(`api/tokens/${id}`);
      // The button that was pressed goes with the key.
      heading.current?.focus();
    });
  const copy = async () => {
    await navigator.clipboard.writeText(secret ?? "");
    store.getState().announce(words.account.copied);
  };
  return (
    <section className="stack">
      <h2 ref={heading} tabIndex={-1}>
        {words.account.tokens}
      </h2>
      <p className="small">{words.account.tokensHint}</p>
      <p>
        {words.account.address}: <code>{addressOf("ogc")}</code>
      </p>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {secret && (
        <div className="notice" role="status">
          <p>{words.account.secret}</p>
          <p>
            <code>{secret}</code>
          </p>
          <button type="button" className="button" onClick={() => void copy()}>
            {words.account.copy}
          </button>
        </div>
      )}
      {tokens.data?.length === 0 && <p className="small">{words.account.noTokens}</p>}
      <ul className="task-list">
        {tokens.data?.map((token) => (
          <li key={token.id}>
            {token.name}
            <p className="small">
              {words.account.expires(formats.date(token.expiresAt))} ·{" "}
              {words.account.used(token.lastUsedAt && formats.moment(token.lastUsedAt))}
            </p>
            <button type="button" className="button small-button" onClick={() => void revoke(token.id)}>
              {words.account.revoke(token.name)}
            </button>
          </li>
        ))}
      </ul>
      <form className="desk-filter" onSubmit={create}>
        <label className="field">
          <span>{words.account.tokenName}</span>
          <input name="name" required maxLength={100} defaultValue="QGIS" />
        </label>
        <label className="field">
          <span>{words.account.tokenDays}</span>
          <input name="days" type="number" required min={1} max={366} defaultValue={90} />
        </label>
        <button type="submit" className="button">
          {words.account.createToken}
        </button>
      </form>
    </section>
  );
}
