import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { returnPathOf, signInPageOf } from "../../../server/accounts/return-path.ts";
import { type CityProvider, cityProvider } from "../../lib/city-provider.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const session = "sozialraumkarte-session";
const mappings = [
  { claim: "groups", value: "amt-51", role: "PLANNER", department: "51", office: "Jugendamt" },
  { claim: "groups", value: "bezirk-01", role: "DISTRICT_HEAD", districts: ["01"] },
];

onBothDatabases((newDatabase) => {
  let provider: CityProvider;
  let city: SmallCity;
  beforeAll(async () => {
    const person = { sub: "u-1", preferred_username: "jugendamt", groups: ["alle", "amt-51"] };
    provider = await cityProvider(person, "http://localhost/api/oidc/callback");
    city = await smallCity({ databaseUrl: await newDatabase(), settings: { oidc: provider.oidc } });
    expect((await putRoles(mappings)).statusCode).toBe(200);
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

  const putRoles = (items: object[]) =>
    city.app.inject({ method: "PUT", url: "/api/oidc/roles", headers: city.as("ADMIN"), payload: { items } });
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
  const expectRefused = (
    answer: Awaited<ReturnType<typeof ask>>,
    reason = "refused",
    view = "/?gebiet=01&",
  ) => {
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe(`${view}page=sign-in&refused=${reason}`);
    expect(cookiesOf(answer)[session]).toBeUndefined();
  };
  const tokenOf = async (cookies: Record<string, string>) =>
    (
      await city.app.inject({
        method: "POST",
        url: "/api/tokens",
        cookies,
        payload: { name: "QGIS", days: 300 },
      })
    ).json().secret as string;
  const roleOfToken = async (secret: string) => {
    const answer = await city.app.inject({ url: "/api/me", headers: { authorization: `Bearer ${secret}` } });
    return answer.statusCode === 200 ? answer.json().role : answer.statusCode;
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
      expectRefused(await signIn(), "no-role");
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
      expectRefused(await signIn(), "locked");
      await city.store.accounts.change(id, { isLocked: false }, []);
    });

    it("says so when the city let nobody in, without a word to whoever changed the answer", async () => {
      const { address, cookies } = await begin();
      const denied = new URL("http://localhost/api/oidc/callback");
      denied.search = `error=access_denied&state=${address.searchParams.get("state")}&iss=${provider.oidc.issuer}`;
      expectRefused(await comeBack(denied, cookies), "denied");
      const again = await begin();
      denied.searchParams.set("state", String(again.address.searchParams.get("state")));
      denied.searchParams.set("error", "server_error");
      expectRefused(await comeBack(denied, again.cookies));
    });

    it("finds the account an ADMIN made beforehand by name, keeps its id, and takes the role from the mapping", async () => {
      const made = async (login: string, more: object = {}) =>
        (
          await city.app.inject({
            method: "POST",
            url: "/api/users",
            headers: city.as("ADMIN"),
            payload: {
              login,
              office: "Amt",
              role: "ADMIN",
              department: null,
              districts: [],
              signIn: "oidc",
              ...more,
            },
          })
        ).json().id as string;
      const byName = await made("vorher");
      const byAddress = await made("vorher@stadt.example");
      const withPassword = await made("nachher", { signIn: "local", password: "ein langes Passwort" });
      const person = { groups: ["amt-51"], preferred_username: "Vorher" };
      const ids = async () =>
        new Map((await city.store.accounts.all()).map(({ id, login, role }) => [id, `${login} ${role}`]));
      provider.person = { ...person, sub: "u-3", email: "vorher@stadt.example", email_verified: false };
      expect((await signIn()).headers.location).toBe("/?gebiet=01");
      expect((await ids()).get(byName)).toBe("vorher PLANNER");
      expect((await ids()).get(byAddress)).toBe("vorher@stadt.example ADMIN");
      // A name that looks like an address is no verified address.
      provider.person = { ...person, sub: "u-4", preferred_username: "vorher@stadt.example" };
      await signIn();
      expect((await ids()).get(byAddress)).toBe("vorher@stadt.example ADMIN");
      provider.person = {
        ...provider.person,
        sub: "u-5",
        email: "vorher@stadt.example",
        email_verified: true,
      };
      await signIn();
      expect((await ids()).get(byAddress)).toBe("vorher@stadt.example PLANNER");
      // An account with a password is its owner's, and one that is linked stays with whom it is linked to.
      provider.person = { ...person, sub: "u-6", preferred_username: "nachher" };
      await signIn();
      expect((await ids()).get(withPassword)).toBe("nachher ADMIN");
      const before = (await ids()).size;
      provider.person = { ...person, sub: "u-7", preferred_username: "vorher" };
      await signIn();
      expect((await ids()).size).toBe(before + 1);
      const acts = (await city.store.audit({ limit: 200 })).filter(
        ({ action }) => action === "account-linked",
      );
      expect(acts.map(({ id, actor }) => [id, actor])).toEqual([
        [byName, "oidc"],
        [byAddress, "oidc"],
      ]);
    });

    it("a locked account made beforehand keeps its person out", async () => {
      const payload = { office: "Amt", role: "ADMIN", department: null, districts: [], signIn: "oidc" };
      const admin = { headers: city.as("ADMIN") };
      const added = await city.app.inject({
        ...admin,
        method: "POST",
        url: "/api/users",
        payload: { ...payload, login: "gesperrt" },
      });
      await city.app.inject({
        ...admin,
        method: "PATCH",
        url: `/api/users/${added.json().id}`,
        payload: { isLocked: true },
      });
      provider.person = { sub: "u-8", preferred_username: "gesperrt", groups: ["amt-51"] };
      const before = (await city.store.accounts.all()).length;
      expectRefused(await signIn(), "locked");
      expect(await city.store.accounts.all()).toHaveLength(before);
    });

    it("a token has the rights its account has now, and none once the mapping is lost", async () => {
      provider.person = { sub: "u-9", preferred_username: "gis", groups: ["amt-51"] };
      const secret = await tokenOf(cookiesOf(await signIn()));
      expect(await roleOfToken(secret)).toBe("PLANNER");
      provider.person = { ...provider.person, groups: ["bezirk-01"] };
      const session = cookiesOf(await signIn());
      expect(await roleOfToken(secret)).toBe("DISTRICT_HEAD");
      await putRoles(mappings.slice(0, 1));
      expect(await roleOfToken(secret)).toBe(401);
      expect((await me(session)).role).toBe("PUBLIC");
      await putRoles(mappings);
      const next = await tokenOf(cookiesOf(await signIn()));
      provider.person = { ...provider.person, groups: ["alle"] };
      await signIn();
      expect(await roleOfToken(next)).toBe(401);
    });

    it("a token ends thirty days after a session could have lasted no longer", async () => {
      provider.person = { sub: "u-9", preferred_username: "gis", groups: ["amt-51"] };
      const secret = await tokenOf(cookiesOf(await signIn()));
      const start = Date.now();
      const at = async (days: number) => {
        vi.useFakeTimers({ toFake: ["Date"], now: start + days * 86_400_000 });
        return roleOfToken(secret);
      };
      expect([await at(30.9), await at(31.1)]).toEqual(["PLANNER", 401]);
    });

    it("A-11 refuses a changed state, and the answer in a browser that did not ask", async () => {
      const { address, cookies } = await begin();
      const back = await provider.visit(address.href);
      expectRefused(await comeBack(back, {}), "refused", "/?");
      const changed = new URL(back);
      changed.searchParams.set("state", "changed");
      expectRefused(await comeBack(changed, cookies), "refused", "/?");
      expectRefused(await comeBack(changed, { "sozialraumkarte-attempt": "changed" }), "expired", "/?");
      const other = await begin();
      expectRefused(await comeBack(back, other.cookies), "refused", "/?");
    });

    it("A-11 refuses a changed nonce", async () => {
      const { address, cookies } = await begin();
      address.searchParams.set("nonce", "changed");
      expectRefused(await comeBack(await provider.visit(address.href), cookies));
    });

    it("A-11 refuses a changed issuer, in the answer and in the token", async () => {
      const first = await begin();
      const back = await provider.visit(first.address.href);
      back.searchParams.set("iss", "https://evil.example");
      expectRefused(await comeBack(back, first.cookies));
      const { issuer } = provider.oidc;
      provider.beforeTokens = (real) => Object.assign(real, { issuer: "https://evil.example" });
      provider.afterTokens = (real) => Object.assign(real, { issuer });
      expectRefused(await signIn());
    });

    it("A-11 refuses a token that is over", async () => {
      provider.afterTokens = () => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
      expectRefused(await signIn());
    });

    it("A-11 refuses a code used twice, with its own attempt and with a new one", async () => {
      const { address, cookies } = await begin();
      const back = await provider.visit(address.href);
      expect((await comeBack(back, cookies)).headers.location).toBe("/?gebiet=01");
      expectRefused(await comeBack(back, cookies), "expired", "/?");
      const again = await begin();
      const second = await provider.visit(again.address.href);
      second.searchParams.set("code", back.searchParams.get("code")!);
      expectRefused(await comeBack(second, again.cookies));
    });

    it("forgets an attempt after ten minutes", async () => {
      const { address, cookies } = await begin();
      const back = await provider.visit(address.href);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 601_000 });
      expectRefused(await comeBack(back, cookies), "expired");
    });

    it("A-12 goes to the start page instead of another site", async () => {
      for (const wanted of ["//evil.example", "https:evil", "\\\\evil", "/\\evil.example"]) {
        expect((await signIn(wanted)).headers.location).toBe("/");
      }
    });

    it("refuses mappings that lack what their role needs, and the public role", async () => {
      for (const mapping of [{ role: "DISTRICT_HEAD" }, { role: "PLANNER" }, { role: "PUBLIC" }]) {
        const answer = await putRoles([{ claim: "groups", value: "alle", ...mapping }]);
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

  it("is the start page of this very installation under a base path", () => {
    expect(returnPathOf("//evil.example", "https://stadt.example/karte")).toBe("/karte/");
    expect(signInPageOf("/karte/", "denied", "https://stadt.example/karte")).toBe(
      "/karte/?page=sign-in&refused=denied",
    );
  });
});
