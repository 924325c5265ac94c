import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { returnPathOf } from "../../../server/accounts/return-path.ts";
import { type CityProvider, cityProvider } from "../../lib/city-provider.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const session = "sozialraumkarte-session";

onBothDatabases((newDatabase) => {
  let provider: CityProvider;
  let city: SmallCity;
  beforeAll(async () => {
    const person = { sub: "u-1", preferred_username: "jugendamt", groups: ["alle", "amt-51"] };
    provider = await cityProvider(person, "http://localhost/api/oidc/callback");
    city = await smallCity({ databaseUrl: await newDatabase(), settings: { oidc: provider.oidc } });
    const items = [
      { claim: "groups", value: "amt-51", role: "PLANNER", department: "51", office: "Jugendamt" },
      { claim: "groups", value: "bezirk-01", role: "DISTRICT_HEAD", districts: ["01"] },
    ];
    const answer = await city.app.inject({
      method: "PUT",
      url: "/api/oidc/roles",
      headers: city.as("ADMIN"),
      payload: { items },
    });
    expect(answer.statusCode).toBe(200);
  });
  afterEach(() => {
    vi.useRealTimers();
    provider.beforeTokens = () => {};
    provider.afterTokens = () => {};
  });
  afterAll(async () => {
    await city.close();
    await provider.close();
  });

  const ask = (url: string, cookies: Record<string, string> = {}) => city.app.inject({ url, cookies });
  const cookiesOf = ({ cookies }: { cookies: { name: string; value: string }[] }) =>
    Object.fromEntries(cookies.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]));
  const begin = async (wanted = "/?gebiet=01") => {
    const answer = await ask(`/api/oidc/start?${new URLSearchParams({ return: wanted })}`);
    expect(answer.statusCode).toBe(302);
    return { address: new URL(String(answer.headers.location)), cookies: cookiesOf(answer) };
  };
  const comeBack = ({ pathname, search }: URL, cookies: Record<string, string>) =>
    ask(`${pathname}${search}`, cookies);
  const signIn = async (wanted?: string) => {
    const { address, cookies } = await begin(wanted);
    return comeBack(await provider.visit(address.href), cookies);
  };
  const me = async (cookies: Record<string, string>) => (await ask("/api/me", cookies)).json();
  const expectRefused = async (answer: Awaited<ReturnType<typeof ask>>) => {
    expect(answer.statusCode).toBe(401);
    expect(answer.json().title).toBe(
      "Die Anmeldung über die Stadt hat nicht geklappt. Bitte melden Sie sich noch einmal an.",
    );
    expect(cookiesOf(answer)[session]).toBeUndefined();
  };

  describe("sign-in through the city", () => {
    it("makes an account with the mapped role and goes back to where it began", async () => {
      expect((await me({})).signIn.oidc).toBe(true);
      const answer = await signIn();
      expect(answer.statusCode).toBe(302);
      expect(answer.headers.location).toBe("/?gebiet=01");
      expect(await me(cookiesOf(answer))).toMatchObject({
        role: "PLANNER",
        department: "51",
        office: "Jugendamt",
      });
      const accounts = await city.store.accounts.all();
      expect(accounts).toMatchObject([{ login: "jugendamt", signIn: "oidc", role: "PLANNER" }]);
    });

    it("asks for the role again at each sign-in, and holds open sessions to it", async () => {
      const before = cookiesOf(await signIn());
      provider.person = { ...provider.person, groups: ["bezirk-01"] };
      const after = cookiesOf(await signIn());
      for (const cookies of [before, after]) {
        expect(await me(cookies)).toMatchObject({
          role: "DISTRICT_HEAD",
          districts: ["01"],
          department: null,
        });
      }
      expect(await city.store.accounts.all()).toHaveLength(1);
      const acts = (await city.store.audit({ limit: 100 })).map(({ action }) => action);
      expect(acts).toEqual([
        "publish",
        "oidc-roles-replaced",
        "account-added",
        "role-changed",
        "account-changed",
      ]);
    });

    it("refuses somebody without a mapped role, and ends the sessions there are", async () => {
      const before = cookiesOf(await signIn());
      provider.person = { ...provider.person, groups: ["alle"] };
      const answer = await signIn();
      expect(answer.statusCode).toBe(403);
      expect(answer.json().title).toBe(
        "Ihr Konto der Stadt hat hier noch keine Rolle. Bitte wenden Sie sich an die Technik.",
      );
      expect(cookiesOf(answer)[session]).toBeUndefined();
      expect((await me(before)).role).toBe("PUBLIC");
      provider.person = { ...provider.person, groups: ["amt-51"] };
    });

    it("leads nobody to another's account by a name", async () => {
      provider.person = { ...provider.person, sub: "u-2" };
      expect((await signIn()).statusCode).toBe(302);
      const logins = (await city.store.accounts.all()).map(({ login }) => login);
      expect(logins).toHaveLength(2);
      expect(logins[1]).toMatch(/^jugendamt \([0-9a-f]{8}\)$/);
    });

    it("refuses a locked account", async () => {
      const { id } = (await city.store.accounts.all())[1]!;
      await city.store.accounts.change(id, { isLocked: true }, []);
      const answer = await signIn();
      expect(answer.statusCode).toBe(403);
      expect(cookiesOf(answer)[session]).toBeUndefined();
      await city.store.accounts.change(id, { isLocked: false }, []);
    });

    it("A-11 refuses a changed state, and the answer in a browser that did not ask", async () => {
      const { address, cookies } = await begin();
      const back = await provider.visit(address.href);
      await expectRefused(await comeBack(back, {}));
      const changed = new URL(back);
      changed.searchParams.set("state", "changed");
      await expectRefused(await comeBack(changed, cookies));
      await expectRefused(await comeBack(changed, { "sozialraumkarte-attempt": "changed" }));
      const other = await begin();
      await expectRefused(await comeBack(back, other.cookies));
    });

    it("A-11 refuses a changed nonce", async () => {
      const { address, cookies } = await begin();
      address.searchParams.set("nonce", "changed");
      await expectRefused(await comeBack(await provider.visit(address.href), cookies));
    });

    it("A-11 refuses a changed issuer, in the answer and in the token", async () => {
      const first = await begin();
      const back = await provider.visit(first.address.href);
      back.searchParams.set("iss", "https://evil.example");
      await expectRefused(await comeBack(back, first.cookies));
      const { issuer } = provider.oidc;
      provider.beforeTokens = (real) => Object.assign(real, { issuer: "https://evil.example" });
      provider.afterTokens = (real) => Object.assign(real, { issuer });
      await expectRefused(await signIn());
    });

    it("A-11 refuses a token that is over", async () => {
      provider.afterTokens = () => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
      await expectRefused(await signIn());
    });

    it("A-11 refuses a code used twice, with its own attempt and with a new one", async () => {
      const { address, cookies } = await begin();
      const back = await provider.visit(address.href);
      expect((await comeBack(back, cookies)).statusCode).toBe(302);
      await expectRefused(await comeBack(back, cookies));
      const again = await begin();
      const second = await provider.visit(again.address.href);
      second.searchParams.set("code", back.searchParams.get("code")!);
      await expectRefused(await comeBack(second, again.cookies));
    });

    it("forgets an attempt after ten minutes", async () => {
      const { address, cookies } = await begin();
      const back = await provider.visit(address.href);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 601_000 });
      await expectRefused(await comeBack(back, cookies));
    });

    it("A-12 goes to the start page instead of another site", async () => {
      for (const wanted of ["//evil.example", "https:evil", "\\\\evil", "/\\evil.example"]) {
        expect((await signIn(wanted)).headers.location).toBe("/");
      }
    });

    it("refuses mappings that lack what their role needs, and the public role", async () => {
      for (const mapping of [{ role: "DISTRICT_HEAD" }, { role: "PLANNER" }, { role: "PUBLIC" }]) {
        const answer = await city.app.inject({
          method: "PUT",
          url: "/api/oidc/roles",
          headers: city.as("ADMIN"),
          payload: { items: [{ claim: "groups", value: "alle", ...mapping }] },
        });
        expect(answer.statusCode).toBe(400);
      }
    });
  });
});

describe("the place to return to", () => {
  it.each([
    ["/.//evil.example", "/"],
    ["/a/..//evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["http://localhost/", "/"],
    ["", "/"],
    [undefined, "/"],
    ["/?area=01#a", "/?area=01#a"],
  ])("A-12 of %j is %s", (wanted, path) => {
    expect(returnPathOf(wanted, "http://localhost")).toBe(path);
  });
});
