import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Role, roles } from "#domain/access/audience.ts";
import { type Account, signInKinds } from "#domain/contract/account-contract.ts";
import { patch, send } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";

/** A new account, or the rights of one there is; a password is sent only where one was typed. */
export function AccountForm({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const { text, language } = useLanguage();
  const words = usePeopleText();
  const store = usePageStore();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>(account?.role ?? "PLANNER");
  const [signIn, setSignIn] = useState<Account["signIn"]>(account?.signIn ?? "local");
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? "").trim();
    const password = String(form.get("password") ?? "");
    const body = {
      login: typed("login"),
      office: typed("office"),
      role,
      department: typed("department") || null,
      districts: typed("districts")
        .split(",")
        .map((number) => number.trim())
        .filter((number) => number !== ""),
      ...(password === "" ? {} : { password }),
    };
    try {
      if (account) await patch(`api/users/${account.id}`, body);
      else await send("api/users", { ...body, signIn });
      await client.invalidateQueries({ queryKey: ["accounts"] });
      store.getState().announce(words.accounts.saved(body.login));
      onClose();
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };

  return (
    <form className="stack desk-form" onSubmit={(event) => void submit(event)}>
      <h2>{account ? words.accounts.edit(account.login) : words.accounts.add}</h2>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <label className="field">
        <span>{words.accounts.login}</span>
        <input
          name="login"
          required
          minLength={3}
          maxLength={80}
          autoComplete="off"
          defaultValue={account?.login}
        />
      </label>
      <label className="field">
        <span>{words.accounts.office}</span>
        <input name="office" required maxLength={200} autoComplete="off" defaultValue={account?.office} />
      </label>
      <label className="field">
        <span>{words.accounts.role}</span>
        <select value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {roles
            .filter((one) => one !== "PUBLIC")
            .map((one) => (
              <option key={one} value={one}>
                {text.roles[one]}
              </option>
            ))}
        </select>
      </label>
      <label className="field">
        <span>{words.accounts.department}</span>
        <select name="department" defaultValue={account?.department ?? ""}>
          <option value="">{words.accounts.none}</option>
          {Object.entries(text.departments).map(([number, name]) => (
            <option key={number} value={number}>
              {number} {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.accounts.districts}</span>
        <input name="districts" autoComplete="off" defaultValue={account?.districts.join(", ")} />
      </label>
      {!account && (
        <label className="field">
          <span>{words.accounts.signIn}</span>
          <select value={signIn} onChange={(event) => setSignIn(event.target.value as Account["signIn"])}>
            {signInKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.accounts.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
      )}
      {signIn === "local" && (
        <label className="field">
          <span>{words.accounts.password}</span>
          <input
            name="password"
            type="password"
            minLength={12}
            maxLength={200}
            required={!account}
            autoComplete="new-password"
          />
        </label>
      )}
      <p className="button-row">
        <button type="submit" className="button button-main">
          {words.accounts.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.accounts.cancel}
        </button>
      </p>
    </form>
  );
}
