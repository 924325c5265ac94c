import { randomUUID } from "node:crypto";
import type { Role } from "#domain/access/audience.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { newSecret, secretHash } from "../../server/accounts/secrets.ts";
import { sessionCookie } from "../../server/accounts/session-cookie.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";
import { loadDemo } from "../lib/load-demo.ts";
import type { DrillDatabase } from "./database.ts";

/** Headers of people who are signed in. */
export interface SignedIn {
  secretariat: { cookie: string };
  planner: { cookie: string };
}

/**
 * Fills an empty database with the content of the demo city as if it were a city's own: a demo publishes nothing that
 * comes from outside and has no accounts.
 */
export async function fillAsOwnCity(database: DrillDatabase): Promise<SignedIn> {
  const store = await openStore({ ...database, recordTypes: storedRecordTypes });
  try {
    await loadDemo(store);
    await store.saveSetting("isDemo", false);
    await store.saveSetting("city", { ...(await store.setting<object>("city")), isDemo: false });
    return {
      secretariat: await signIn(store, { role: "SECRETARIAT", department: null }),
      planner: await signIn(store, { role: "PLANNER", department: "51" }),
    };
  } finally {
    await store.close();
  }
}

/** An account of the single sign-on with an open session, as a first sign-in leaves them. */
async function signIn(store: Store, { role, department }: { role: Role; department: string | null }) {
  const id = randomUUID();
  const at = new Date().toISOString();
  await store.accounts.add(
    {
      ...{ id, login: role.toLowerCase(), office: "Übung", role, department, districts: [] },
      ...{ signIn: "oidc", isLocked: false, createdAt: at, lastSignInAt: null },
      ...{ passwordHash: null, subject: `https://example.invalid ${id}` },
    },
    { acts: [] },
  );
  const secret = newSecret();
  await store.accounts.openSession({
    hash: secretHash(secret),
    accountId: id,
    at,
    replaces: undefined,
    oldest: "",
  });
  const cookie = sessionCookie({ publicUrl: "http://localhost", allowHttp: false });
  return { cookie: `${cookie?.name}=${secret}` };
}
