import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "#domain/contract/account-contract.ts";
import { discard, patch } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { useAccounts } from "../../data/people.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { AccountForm } from "./account-form.tsx";
import { RoleMappings } from "./role-mappings.tsx";

/** All accounts with what they may do, for ADMIN. */
export function AccountsView() {
  const { text, language } = useLanguage();
  const words = usePeopleText();
  const store = usePageStore();
  const client = useQueryClient();
  const { me } = useOpened();
  const accounts = useAccounts();
  const [edited, setEdited] = useState<Account | "new" | null>(null);
  const [doomed, setDoomed] = useState<Account | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const attempt = async (act: () => Promise<unknown>, sentence: string) => {
    try {
      await act();
      setProblem(null);
      setDoomed(null);
      await client.invalidateQueries({ queryKey: ["accounts"] });
      store.getState().announce(sentence);
    } catch (error) {
      setDoomed(null);
      setProblem(problemText(error, text, language));
    }
  };
  const lock = ({ id, login, isLocked }: Account) =>
    attempt(() => patch(`api/users/${id}`, { isLocked: !isLocked }), words.accounts.saved(login));
  const remove = async ({ id, login }: Account) => {
    await attempt(() => discard(`api/users/${id}`), words.accounts.removed(login));
    // The row that was pressed is gone.
    document.querySelector<HTMLElement>("#desk h1")?.focus();
  };

  if (edited)
    return <AccountForm account={edited === "new" ? null : edited} onClose={() => setEdited(null)} />;
  if (accounts.isPending) return <Skeleton lines={6} label={text.app.working} />;
  if (accounts.isError) return <Notice kind="problem">{problemText(accounts.error, text, language)}</Notice>;
  return (
    <>
      <p>
        <button type="button" className="button button-main" onClick={() => setEdited("new")}>
          {words.accounts.add}
        </button>
      </p>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {doomed && (
        <Modal title={words.accounts.remove(doomed.login)} onClose={() => setDoomed(null)}>
          <p>{words.accounts.removeQuestion(doomed.login)}</p>
          <p className="button-row">
            <button type="button" className="button button-main" onClick={() => void remove(doomed)}>
              {words.accounts.removeShort}
            </button>
            <button type="button" className="button" onClick={() => setDoomed(null)}>
              {words.accounts.cancel}
            </button>
          </p>
        </Modal>
      )}
      {accounts.data.length === 0 ? (
        <Notice>{words.accounts.empty}</Notice>
      ) : (
        <AccountTable
          accounts={accounts.data}
          onEdit={setEdited}
          onLock={(account) => void lock(account)}
          onRemove={setDoomed}
        />
      )}
      {me.signIn.oidc && <RoleMappings />}
    </>
  );
}

function AccountTable({
  accounts,
  onEdit,
  onLock,
  onRemove,
}: {
  accounts: readonly Account[];
  onEdit: (account: Account) => void;
  onLock: (account: Account) => void;
  onRemove: (account: Account) => void;
}) {
  const { text, formats } = useLanguage();
  const words = usePeopleText();
  const { accounts: say } = words;
  const heads = [say.login, words.account.office, say.role, say.department, say.state, say.lastSignIn];
  return (
    <table className="small-table card-table">
      <caption className="for-ears">{words.pages.accounts}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row" data-label={say.login}>
              {account.login}
            </th>
            <td data-label={words.account.office}>{account.office}</td>
            <td data-label={say.role}>{text.roles[account.role]}</td>
            <td data-label={say.department}>
              {account.department && (text.departments[account.department] ?? account.department)}
              {account.districts.length > 0 && <small> {formats.list(account.districts)}</small>}
            </td>
            <td data-label={say.state}>{account.isLocked ? say.locked : say.open}</td>
            <td data-label={say.lastSignIn}>
              {account.lastSignInAt ? formats.moment(account.lastSignInAt) : say.never}
            </td>
            <td className="card-acts">
              <div className="button-row">
                <button
                  type="button"
                  className="button small-button"
                  aria-label={say.edit(account.login)}
                  onClick={() => onEdit(account)}
                >
                  {say.editShort}
                </button>
                <button
                  type="button"
                  className="button small-button"
                  aria-label={account.isLocked ? say.unlock(account.login) : say.lock(account.login)}
                  onClick={() => onLock(account)}
                >
                  {account.isLocked ? say.unlockShort : say.lockShort}
                </button>
                <button
                  type="button"
                  className="button small-button"
                  aria-label={say.remove(account.login)}
                  onClick={() => onRemove(account)}
                >
                  {say.removeShort}
                </button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
