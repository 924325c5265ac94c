import type { Selectable } from "kysely";
import type { PersonalToken } from "#domain/contract/account-contract.ts";
import type { AccountStore } from "./account-store.ts";
import { toAccount } from "./accounts.ts";
import type { Engine } from "./engine.ts";
import { appendActs } from "./note-acts.ts";
import type { PersonalTokenTable } from "./tables.ts";

type SignIns = Omit<
  AccountStore,
  "all" | "find" | "any" | "add" | "change" | "link" | "withdraw" | "remove" | "names"
>;

/** Sessions, personal tokens, and sign-ins through the city that are under way. */
export function signInsOf(engine: Engine): SignIns {
  const { reads, writes } = engine;
  return {
    async openSession({ hash, accountId, at, replaces, oldest }) {
      await writes.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("session").where("created_at", "<", oldest).execute();
        if (replaces) await transaction.deleteFrom("session").where("hash", "=", replaces).execute();
        await transaction
          .insertInto("session")
          .values({ hash, account_id: accountId, created_at: at, used_at: at })
          .execute();
        await transaction
          .updateTable("account")
          .set({ last_sign_in_at: at })
          .where("id", "=", accountId)
          .execute();
      });
    },

    async session(hash) {
      const row = await reads
        .selectFrom("session")
        .innerJoin("account", "account.id", "session.account_id")
        .selectAll("account")
        .select(["session.created_at as begun_at", "session.used_at"])
        .where("session.hash", "=", hash)
        .executeTakeFirst();
      return row && { account: toAccount(row), createdAt: row.begun_at, usedAt: row.used_at };
    },

    async noteSessionUse(hash, at) {
      await writes
        .transaction()
        .execute((transaction) =>
          transaction.updateTable("session").set({ used_at: at }).where("hash", "=", hash).execute(),
        );
    },

    async closeSession(hash) {
      await writes
        .transaction()
        .execute((transaction) => transaction.deleteFrom("session").where("hash", "=", hash).execute());
    },

    async tokens(accountId) {
      const rows = await reads
        .selectFrom("personal_token")
        .selectAll()
        .where("account_id", "=", accountId)
        .orderBy("created_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(toToken);
    },

    async addToken(accountId, { id, name, createdAt, expiresAt, lastUsedAt, hash }, acts) {
      await writes.transaction().execute(async (transaction) => {
        await engine.lockChain(transaction);
        await transaction
          .insertInto("personal_token")
          .values({
            id,
            account_id: accountId,
            hash,
            name,
            created_at: createdAt,
            expires_at: expiresAt,
            last_used_at: lastUsedAt,
          })
          .execute();
        await appendActs(transaction, acts);
      });
    },

    async token(hash) {
      const token = await reads
        .selectFrom("personal_token")
        .selectAll()
        .where("hash", "=", hash)
        .executeTakeFirst();
      const account =
        token &&
        (await reads.selectFrom("account").selectAll().where("id", "=", token.account_id).executeTakeFirst());
      return account && { token: toToken(token), account: toAccount(account) };
    },

    async noteTokenUse(id, at) {
      await writes
        .transaction()
        .execute((transaction) =>
          transaction.updateTable("personal_token").set({ last_used_at: at }).where("id", "=", id).execute(),
        );
    },

    async removeToken(accountId, id, acts) {
      return writes.transaction().execute(async (transaction) => {
        await engine.lockChain(transaction);
        const { numDeletedRows } = await transaction
          .deleteFrom("personal_token")
          .where("id", "=", id)
          .where("account_id", "=", accountId)
          .executeTakeFirst();
        if (!numDeletedRows) return false;
        await appendActs(transaction, acts);
        return true;
      });
    },

    async beginAttempt({ stateHash, nonce, verifier, returnPath, createdAt }, oldest) {
      await writes.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("sign_in_attempt").where("created_at", "<", oldest).execute();
        await transaction
          .insertInto("sign_in_attempt")
          .values({
            state_hash: stateHash,
            nonce,
            verifier,
            return_path: returnPath,
            created_at: createdAt,
          })
          .execute();
      });
    },

    async takeAttempt(stateHash) {
      const row = await writes
        .transaction()
        .execute((transaction) =>
          transaction
            .deleteFrom("sign_in_attempt")
            .where("state_hash", "=", stateHash)
            .returningAll()
            .executeTakeFirst(),
        );
      return (
        row && {
          stateHash: row.state_hash,
          nonce: row.nonce,
          verifier: row.verifier,
          returnPath: row.return_path,
          createdAt: row.created_at,
        }
      );
    },
  };
}

function toToken(row: Selectable<PersonalTokenTable>): PersonalToken {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}
