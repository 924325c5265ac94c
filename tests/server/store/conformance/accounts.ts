import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import type { KeptAccount } from "../../../../server/store/account-store.ts";
import type { NotedAct } from "../../../../server/store/store.ts";
import type { Opened } from "./harness.ts";

const at = "2026-03-01T08:00:00.000Z";

/** An account nobody else in the suite has. */
function anAccount(more: Partial<KeptAccount> = {}): KeptAccount {
  const id = randomUUID();
  return {
    id,
    login: `amt-${id}`,
    office: "Jugendamt, Jugendhilfeplanung",
    role: "PLANNER",
    department: "51",
    districts: [],
    signIn: "local",
    isLocked: false,
    createdAt: at,
    lastSignInAt: null,
    passwordHash: "$argon2id$…",
    subject: null,
    ...more,
  };
}

function act(action: string, id: string): NotedAct {
  return { at, actor: "console", action, type: "account", id, reason: null };
}

export function accountsSuite({ store, open }: Opened): void {
  const added = async (more?: Partial<KeptAccount>) => {
    const account = anAccount(more);
    expect(await store().accounts.add(account, { acts: [act("account-added", account.id)] })).toBe("added");
    return account;
  };
  const lastActs = async (count: number) =>
    (await store().audit({ limit: 1_000_000 })).slice(-count).map(({ action, id }) => [action, id]);

  it("an account is found by id, by login in any case, and by subject, also by another process", async () => {
    const subject = `https://idp.example ${randomUUID()}`;
    const account = await added({ login: `Jugendamt-Ö-${randomUUID()}`, districts: ["01", "02"], subject });
    const other = await open();
    for (const by of [{ id: account.id }, { login: account.login.toUpperCase() }, { subject }]) {
      expect(await other.accounts.find(by)).toEqual(account);
    }
    await other.close();
    expect(await store().accounts.any()).toBe(true);
    const { passwordHash: _hash, subject: _subject, ...shown } = account;
    expect(await store().accounts.all()).toContainEqual(shown);
  });

  it("a login or subject that is another's is refused, and leaves no row in the audit", async () => {
    const account = await added({ subject: `https://idp.example ${randomUUID()}` });
    const second = { ...anAccount(), login: account.login.toUpperCase() };
    expect(await store().accounts.add(second, { acts: [act("account-added", second.id)] })).toBe("taken");
    const third = { ...anAccount(), subject: account.subject };
    expect(await store().accounts.add(third, { acts: [act("account-added", third.id)] })).toBe("taken");
    const other = await added();
    expect(await store().accounts.change(other.id, { login: account.login }, [])).toBe("taken");
    expect(await lastActs(1)).toEqual([["account-added", other.id]]);
  });

  it("a first account is made once", async () => {
    await added();
    expect(await store().accounts.add(anAccount(), { acts: [], onlyAsFirst: true })).toBe("taken");
  });

  it("a change keeps what it does not name, together with its row in the audit", async () => {
    const account = await added();
    const changed = await store().accounts.change(
      account.id,
      { role: "DISTRICT_HEAD", department: null, districts: ["02"], isLocked: true },
      [act("account-locked", account.id)],
    );
    expect(changed).toMatchObject({
      office: account.office,
      role: "DISTRICT_HEAD",
      department: null,
      districts: ["02"],
      isLocked: true,
    });
    expect(await lastActs(1)).toEqual([["account-locked", account.id]]);
    expect(await store().accounts.change(randomUUID(), { office: "x" }, [])).toBeUndefined();
  });

  it("a session is found by its hash with the account as it is now, and ends for good", async () => {
    const account = await added();
    const hash = randomUUID();
    await store().accounts.openSession({ hash, accountId: account.id, at, replaces: undefined, oldest: "" });
    await store().accounts.change(account.id, { role: "PARTNER" }, []);
    await store().accounts.noteSessionUse(hash, "2026-03-01T09:00:00.000Z");
    expect(await store().accounts.session(hash)).toMatchObject({
      account: { id: account.id, role: "PARTNER", lastSignInAt: at },
      createdAt: at,
      usedAt: "2026-03-01T09:00:00.000Z",
    });
    await store().accounts.closeSession(hash);
    expect(await store().accounts.session(hash)).toBeUndefined();
  });

  it("a change in another process is told with its id, and withdrawing leaves neither session nor token", async () => {
    const account = await added();
    const [hash, tokenHash] = [randomUUID(), randomUUID()];
    await store().accounts.openSession({ hash, accountId: account.id, at, replaces: undefined, oldest: "" });
    const token = { id: randomUUID(), name: "QGIS", createdAt: at, expiresAt: at, lastUsedAt: null };
    await store().accounts.addToken(account.id, { ...token, hash: tokenHash }, []);
    const told: string[] = [];
    const stop = store().onChange(({ accounts }) => told.push(...accounts));
    const other = await open();
    try {
      expect(await other.accounts.withdraw(account.id, [act("access-withdrawn", account.id)])).toBe(1);
      await vi.waitFor(() => expect(told).toContain(account.id), { timeout: 10_000 });
      expect(await store().accounts.session(hash)).toBeUndefined();
      expect(await store().accounts.token(tokenHash)).toBeUndefined();
    } finally {
      stop();
      await other.close();
    }
  });

  it("a subject is linked to one account only, and an account to one subject", async () => {
    const [first, second] = [await added({ signIn: "oidc" }), await added({ signIn: "oidc" })];
    const subject = `https://issuer.example ${randomUUID()}`;
    expect(await store().accounts.link(first.id, subject, [])).toBe("linked");
    expect(await store().accounts.link(second.id, subject, [])).toBe("taken");
    expect(await store().accounts.link(first.id, `${subject} 2`, [])).toBe("taken");
    expect((await store().accounts.find({ subject }))?.id).toBe(first.id);
  });

  it("a sign-in ends the session it replaces and those begun too long ago", async () => {
    const account = await added();
    const [old, former, next] = [randomUUID(), randomUUID(), randomUUID()];
    const begin = (hash: string, day: string, replaces?: string, oldest = "") =>
      store().accounts.openSession({ hash, accountId: account.id, at: day, replaces, oldest });
    await begin(old, "2020-01-01T00:00:00.000Z");
    await begin(former, at);
    await begin(next, at, former, "2020-06-01T00:00:00.000Z");
    expect(await Promise.all([old, former, next].map((hash) => store().accounts.session(hash)))).toEqual([
      undefined,
      undefined,
      expect.objectContaining({ createdAt: at }),
    ]);
    const last = randomUUID();
    await begin(last, at);
    await store().accounts.change(account.id, {}, [], { sessions: { except: last } });
    expect(await store().accounts.session(next)).toBeUndefined();
    expect(await store().accounts.session(last)).toBeDefined();
  });

  it("a token is found by its hash, listed without it, and revoked by its owner alone", async () => {
    const account = await added();
    const stranger = await added();
    const hash = randomUUID();
    const token = {
      id: randomUUID(),
      name: "QGIS",
      createdAt: at,
      expiresAt: "2026-06-01T00:00:00.000Z",
      lastUsedAt: null,
    };
    await store().accounts.addToken(account.id, { ...token, hash }, [act("token-issued", token.id)]);
    await store().accounts.noteTokenUse(token.id, at);
    expect(await store().accounts.tokens(account.id)).toEqual([{ ...token, lastUsedAt: at }]);
    expect(await store().accounts.token(hash)).toMatchObject({
      token: { id: token.id },
      account: { id: account.id },
    });
    expect(await store().accounts.removeToken(stranger.id, token.id, [])).toBe(false);
    expect(await store().accounts.removeToken(account.id, token.id, [])).toBe(true);
    expect(await store().accounts.token(hash)).toBeUndefined();
  });

  it("P-08 of a deleted account only its pseudonym is left, and the audit still verifies", async () => {
    const account = await added();
    const hash = randomUUID();
    await store().accounts.openSession({ hash, accountId: account.id, at, replaces: undefined, oldest: "" });
    expect(await store().accounts.names([account.id])).toEqual(new Map([[account.id, account.office]]));
    const acts = [act("account-deleted", account.id)];
    expect(await store().accounts.remove(account.id, { pseudonym: "Ehemaliges Konto 1", acts })).toBe(true);
    expect(await store().accounts.remove(account.id, { pseudonym: "Ehemaliges Konto 2", acts })).toBe(false);
    expect(await store().accounts.find({ id: account.id })).toBeUndefined();
    expect(await store().accounts.session(hash)).toBeUndefined();
    expect(await store().accounts.names([account.id, "nobody"])).toEqual(
      new Map([[account.id, "Ehemaliges Konto 1"]]),
    );
    expect((await store().accounts.names()).get(account.id)).toBe("Ehemaliges Konto 1");
    expect(await lastActs(1)).toEqual([["account-deleted", account.id]]);
    expect((await store().verifyAudit()).breaks).toEqual([]);
  });

  it("an attempt to sign in is taken once, and one begun too long ago is forgotten", async () => {
    const attempt = (createdAt: string) => ({
      stateHash: randomUUID(),
      nonce: "n",
      verifier: "v",
      returnPath: "/",
      createdAt,
    });
    const [old, fresh] = [attempt("2020-01-01T00:00:00.000Z"), attempt(at)];
    await store().accounts.beginAttempt(old, "");
    await store().accounts.beginAttempt(fresh, "2020-06-01T00:00:00.000Z");
    expect(await store().accounts.takeAttempt(old.stateHash)).toBeUndefined();
    const taken = await Promise.all([1, 2].map(() => store().accounts.takeAttempt(fresh.stateHash)));
    expect(taken.filter(Boolean)).toEqual([fresh]);
  });
}
