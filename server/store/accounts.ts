import type { Kysely, Selectable, Transaction } from "kysely";
import type { Account } from "#domain/contract/account-contract.ts";
import type { AccountColumns, AccountStore, KeptAccount } from "./account-store.ts";
import type { ChangeFeed } from "./change-feed.ts";
import type { Engine } from "./engine.ts";
import { toJson } from "./json.ts";
import { appendActs } from "./note-acts.ts";
import type { AccountTable, Tables } from "./tables.ts";

type Accounts = Pick<
  AccountStore,
  "all" | "find" | "any" | "add" | "change" | "link" | "withdraw" | "remove" | "names"
>;

/** Accounts themselves; sessions and tokens of theirs are in `sign-ins`. */
export function accountsOf(engine: Engine, feed: ChangeFeed): Accounts {
  const { reads } = engine;

  /** One transaction that may append to the audit, whose lock is taken first as everywhere; told when it holds. */
  async function change<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    const result = await engine.writes.transaction().execute(async (transaction) => {
      await engine.lockChain(transaction);
      const made = await work(transaction);
      await engine.announce(transaction);
      return made;
    });
    await feed.committed();
    return result;
  }

  return {
    async all() {
      const rows = await reads.selectFrom("account").selectAll().orderBy("login_key").execute();
      return rows.map(toAccount);
    },

    async find(by) {
      const query = reads.selectFrom("account").selectAll();
      const row = await ("id" in by
        ? query.where("id", "=", by.id)
        : "login" in by
          ? query.where("login_key", "=", loginKey(by.login))
          : query.where("subject", "=", by.subject)
      ).executeTakeFirst();
      return row && { ...toAccount(row), passwordHash: row.password_hash, subject: row.subject };
    },

    any: () => isAny(reads),

    async add(account, { acts, onlyAsFirst = false }) {
      return change(async (transaction) => {
        if (onlyAsFirst && (await isAny(transaction))) return "taken";
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto("account")
          .values(toRow(account))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (!numInsertedOrUpdatedRows) return "taken";
        await appendActs(transaction, acts);
        return "added";
      });
    },

    async change(id, columns, acts, ending) {
      return change(async (transaction) => {
        if (columns.login !== undefined && (await isTaken(transaction, columns.login, id))) return "taken";
        const set = changedColumns(columns);
        if (Object.keys(set).length > 0) {
          await transaction.updateTable("account").set(set).where("id", "=", id).execute();
        }
        const row = await transaction
          .selectFrom("account")
          .selectAll()
          .where("id", "=", id)
          .executeTakeFirst();
        if (!row) return undefined;
        if (ending)
          await endSessions(transaction, id, ending.sessions === "all" ? "" : ending.sessions.except);
        await appendActs(transaction, acts);
        return toAccount(row);
      });
    },

    async link(id, subject, acts) {
      return change(async (transaction) => {
        const other = await transaction
          .selectFrom("account")
          .select("id")
          .where("subject", "=", subject)
          .executeTakeFirst();
        if (other) return "taken";
        const { numUpdatedRows } = await transaction
          .updateTable("account")
          .set({ subject })
          .where("id", "=", id)
          .where("subject", "is", null)
          .executeTakeFirst();
        if (!numUpdatedRows) return "taken";
        await appendActs(transaction, acts);
        return "linked";
      });
    },

    async withdraw(id, acts) {
      return change(async (transaction) => {
        await endSessions(transaction, id);
        const { numDeletedRows } = await transaction
          .deleteFrom("personal_token")
          .where("account_id", "=", id)
          .executeTakeFirst();
        await appendActs(transaction, acts);
        return Number(numDeletedRows);
      });
    },

    async remove(id, { pseudonym, acts }) {
      return change(async (transaction) => {
        await endSessions(transaction, id);
        await transaction.deleteFrom("personal_token").where("account_id", "=", id).execute();
        const { numDeletedRows } = await transaction
          .deleteFrom("account")
          .where("id", "=", id)
          .executeTakeFirst();
        if (!numDeletedRows) return false;
        await transaction.insertInto("former_account").values({ id, pseudonym }).execute();
        await appendActs(transaction, acts);
        return true;
      });
    },

    async names(ids) {
      if (ids?.length === 0) return new Map();
      const present = reads.selectFrom("account").select(["id", "office as name"]);
      const former = reads.selectFrom("former_account").select(["id", "pseudonym as name"]);
      const rows = await Promise.all([
        (ids ? present.where("id", "in", [...ids]) : present).execute(),
        (ids ? former.where("id", "in", [...ids]) : former).execute(),
      ]);
      return new Map(rows.flat().map(({ id, name }) => [id, name]));
    },
  };
}

async function endSessions(transaction: Transaction<Tables>, id: string, except = ""): Promise<void> {
  await transaction.deleteFrom("session").where("account_id", "=", id).where("hash", "!=", except).execute();
}

async function isAny(database: Kysely<Tables>): Promise<boolean> {
  return (await database.selectFrom("account").select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function isTaken(database: Kysely<Tables>, login: string, byOtherThan: string): Promise<boolean> {
  const row = await database
    .selectFrom("account")
    .select("id")
    .where("login_key", "=", loginKey(login))
    .where("id", "!=", byOtherThan)
    .executeTakeFirst();
  return row !== undefined;
}

/** Logins that differ in case or in how an umlaut is composed are one. */
function loginKey(login: string): string {
  return login.trim().normalize("NFC").toLowerCase();
}

export function toAccount(row: Selectable<AccountTable>): Account {
  return {
    id: row.id,
    login: row.login,
    office: row.office,
    role: row.role,
    department: row.department,
    districts: JSON.parse(row.districts) as string[],
    signIn: row.sign_in,
    isLocked: row.locked_at !== null,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
  };
}

function toRow(account: KeptAccount): AccountTable {
  return {
    id: account.id,
    login: account.login,
    login_key: loginKey(account.login),
    office: account.office,
    role: account.role,
    department: account.department,
    districts: toJson(account.districts),
    sign_in: account.signIn,
    subject: account.subject,
    password_hash: account.passwordHash,
    locked_at: account.isLocked ? account.createdAt : null,
    created_at: account.createdAt,
    last_sign_in_at: account.lastSignInAt,
  };
}

function changedColumns(columns: AccountColumns): Partial<AccountTable> {
  const { login, office, role, department, districts, isLocked, passwordHash } = columns;
  return {
    ...(login !== undefined && { login, login_key: loginKey(login) }),
    ...(office !== undefined && { office }),
    ...(role !== undefined && { role }),
    ...(department !== undefined && { department }),
    ...(districts !== undefined && { districts: toJson(districts) }),
    ...(isLocked !== undefined && { locked_at: isLocked ? new Date().toISOString() : null }),
    ...(passwordHash !== undefined && { password_hash: passwordHash }),
  };
}
