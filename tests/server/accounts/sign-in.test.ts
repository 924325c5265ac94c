import { hash } from "@node-rs/argon2";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { SetUp } from "../../../server/accounts/set-up.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const password = "ein langes Passwort";
const name = "sozialraumkarte-session";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let admin: Record<string, string>;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase(), isDemo: false });
  });
  afterAll(() => city.close());
  afterEach(() => vi.useRealTimers());

  const post = (
    url: string,
    payload: object,
    headers: Record<string, string> = {},
    remoteAddress = "127.0.0.1",
  ) => city.app.inject({ method: "POST", url, payload, headers, remoteAddress });
  const cookieOf = (answer: { headers: Record<string, unknown> }) => ({
    cookie: String(answer.headers["set-cookie"]).split(";")[0]!,
  });
  const add = async (login: string, more: object = {}) =>
    (
      await post(
        "/api/users",
        { login, office: "Jugendamt", role: "PLANNER", department: "51", districts: [], password, ...more },
        admin,
      )
    ).json();
  const signIn = async (login: string, address?: string) =>
    cookieOf(await post("/api/login", { login, password }, {}, address));
  const body = (text: string) => text.replace(/"instance":"[^"]*"/, "");
  const me = async (headers: Record<string, string>) =>
    (await city.app.inject({ url: "/api/me", headers })).json();

  describe("accounts", () => {
    it("A-16 the first account needs the printed token, which is good once and for an hour", async () => {
      expect((await me({})).signIn).toEqual({ local: false, oidc: false, setup: false });
      const first = { login: "technik", office: "IT", password };
      expect((await post("/api/setup", { ...first, token: "x" })).statusCode).toBe(404);
      const token = (await new SetUp(city.store).offer())!;
      expect((await me({})).signIn.setup).toBe(true);
      expect((await post("/api/setup", { ...first, token: "x" })).statusCode).toBe(403);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_601_000 });
      expect((await post("/api/setup", { ...first, token })).statusCode).toBe(404);
      vi.useRealTimers();
      const answer = await post("/api/setup", { ...first, token });
      expect(answer.json()).toMatchObject({
        role: "ADMIN",
        office: "IT",
        signIn: { local: true, setup: false },
      });
      admin = cookieOf(answer);
      expect((await post("/api/setup", { ...first, login: "zwei", token })).statusCode).toBe(404);
    });

    it("A-04 A-05 a session chosen before sign-in or ended after it is worthless", async () => {
      await add("plan");
      const chosen = { cookie: `${name}=chosen` };
      const own = cookieOf(await post("/api/login", { login: "plan", password }, chosen));
      expect((await me(chosen)).role).toBe("PUBLIC");
      expect((await me(own)).role).toBe("PLANNER");
      await post("/api/logout", {}, own);
      expect((await city.app.inject({ url: "/api/tasks", headers: own })).statusCode).toBe(401);
    });

    it("A-06 a demoted and a locked account lose their rights with the next request of each session", async () => {
      const { id } = await add("drei");
      const sessions = await Promise.all([1, 2, 3].map(() => signIn("drei")));
      const change = (payload: object) =>
        city.app.inject({ method: "PATCH", url: `/api/users/${id}`, payload, headers: admin });
      await change({ role: "PARTNER" });
      for (const headers of sessions) {
        expect((await city.app.inject({ url: "/api/offices", headers })).statusCode).toBe(403);
      }
      await change({ isLocked: true });
      for (const headers of sessions) {
        expect((await city.app.inject({ url: "/api/tasks", headers })).statusCode).toBe(401);
      }
    });

    it("A-07 a session ends after eight hours without use and after a day in any case", async () => {
      await add("lange");
      const headers = await signIn("lange");
      const start = Date.now();
      const at = async (hours: number) => {
        vi.useFakeTimers({ toFake: ["Date"], now: start + hours * 3_600_000 });
        const { role } = await me(headers);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return role;
      };
      expect([await at(7), await at(14), await at(21), await at(23.9), await at(24.1)]).toEqual([
        "PLANNER",
        "PLANNER",
        "PLANNER",
        "PLANNER",
        "PUBLIC",
      ]);
      vi.useRealTimers();
      const second = await signIn("lange");
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 8.1 * 3_600_000 });
      expect((await me(second)).role).toBe("PUBLIC");
    });

    it("A-07 watching is no use of a session: neither its own question, nor the events, nor a page left alone", async () => {
      await add("zusehen");
      const headers = await signIn("zusehen");
      const start = Date.now();
      const session = async (method: "GET" | "POST" = "GET") => {
        const { idleSeconds, seconds } = (
          await city.app.inject({ method, url: "/api/session", headers })
        ).json();
        return [idleSeconds, seconds].map((value) => value && Math.round(value / 3600));
      };
      const at = (hours: number) => vi.useFakeTimers({ toFake: ["Date"], now: start + hours * 3_600_000 });
      expect(await session()).toEqual([8, 24]);
      at(3);
      expect(await session()).toEqual([5, 21]);
      await city.app.inject({ url: "/api/tasks", headers: { ...headers, "x-unattended": "1" } });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await session()).toEqual([5, 21]);
      expect(await session("POST")).toEqual([8, 21]);
      at(20);
      expect(await session()).toEqual([null, null]);
      expect((await city.app.inject({ method: "POST", url: "/api/session", headers })).statusCode).toBe(401);
    });

    it("A-09 guessing waits, unknown names answer alike, and the owner signs in from elsewhere", async () => {
      await add("ziel");
      const guess = (login: string) => post("/api/login", { login, password: "falsch" }, {}, "192.0.2.7");
      const answers = [];
      for (let k = 0; k < 6; k++) answers.push(await guess("ziel"));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401, 401, 429]);
      expect(Number(answers[5]!.headers["retry-after"])).toBeGreaterThan(0);
      expect(body((await guess("niemand")).body)).toBe(body(answers[0]!.body));
      expect((await me(await signIn("ziel", "198.51.100.1"))).role).toBe("PLANNER");
    });

    it("A-09 a hundred names from one address wait from the thirty-first on, all alike, and others do not", async () => {
      await add("hundert-1");
      const from = "192.0.2.8";
      const tries = Array.from({ length: 100 }, (_, k) => `hundert-${k}`);
      const answers = await Promise.all(
        tries.map((login) => post("/api/login", { login, password: "falsch" }, {}, from)),
      );
      const count = (status: number) => answers.filter(({ statusCode }) => statusCode === status).length;
      expect([count(401), count(429)]).toEqual([30, 70]);
      const right = await post("/api/login", { login: "hundert-1", password }, {}, from);
      expect(right.statusCode).toBe(429);
      expect(Number(right.headers["retry-after"])).toBeGreaterThan(0);
      expect((await me(await signIn("hundert-1", "198.51.100.2"))).role).toBe("PLANNER");
    });

    it("A-09 a name there is and one there is not take the same time and the same words", async () => {
      await add("da");
      const shortest = { da: Number.POSITIVE_INFINITY, "nicht-da": Number.POSITIVE_INFINITY };
      const words = new Set<string>();
      for (let round = 0; round < 8; round++) {
        for (const login of ["da", "nicht-da"] as const) {
          const began = performance.now();
          const answer = await post("/api/login", { login, password: "falsch" }, {}, `192.0.2.${10 + round}`);
          shortest[login] = Math.min(shortest[login], performance.now() - began);
          const { date: _date, ...headers } = answer.headers;
          words.add(`${answer.statusCode} ${JSON.stringify(headers)} ${body(answer.body)}`);
        }
      }
      expect(words.size).toBe(1);
      // A name that is not even looked up with a hash would be answered in a tenth of the time.
      expect(shortest.da / shortest["nicht-da"]).toBeGreaterThan(0.4);
      expect(shortest.da / shortest["nicht-da"]).toBeLessThan(2.5);
    });

    it("A-10 hashes are Argon2id with 19 MiB and two passes, older ones are upgraded at the next sign-in", async () => {
      const { id } = await add("alt");
      const weak = await hash(password, { memoryCost: 8192, timeCost: 1 });
      await city.store.accounts.change(id, { passwordHash: weak }, []);
      await signIn("alt");
      const kept = (await city.store.accounts.find({ id }))?.passwordHash;
      expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });

    it("A-13 nobody changes their own role, and that somebody tried is noted", async () => {
      await add("bezirk", { role: "DISTRICT_HEAD", department: null, districts: ["01"] });
      const headers = await signIn("bezirk");
      const answer = await city.app.inject({
        method: "PATCH",
        url: "/api/me",
        payload: { role: "PLANNER" },
        headers,
      });
      expect(answer.statusCode).toBe(403);
      expect(answer.json().title).toBe("Rolle, Amt und Stadtbezirke eines Kontos ändert nur die Technik.");
      const { role, account } = await me(headers);
      expect(role).toBe("DISTRICT_HEAD");
      const [last] = (await city.store.audit({ limit: 1000 })).slice(-1);
      expect(last).toMatchObject({ actor: account, action: "denied" });
    });

    it("a personal token reads as its owner and writes nothing", async () => {
      await add("gis");
      const { secret } = (await post("/api/tokens", { name: "QGIS", days: 30 }, await signIn("gis"))).json();
      const basic = { authorization: `Basic ${Buffer.from(`x:${secret}`).toString("base64")}` };
      expect((await me({ authorization: `Bearer ${secret}` })).role).toBe("PLANNER");
      expect((await me(basic)).role).toBe("PLANNER");
      expect((await post("/api/tokens", { name: "zwei", days: 1 }, basic)).statusCode).toBe(403);
      expect(
        (await city.app.inject({ url: "/api/city", headers: { authorization: "Bearer x" } })).statusCode,
      ).toBe(401);
    });
  });
});
