import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountDesk } from "../../../server/accounts/account-desk.ts";
import { sessionCookie, signInWarning } from "../../../server/accounts/session-cookie.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

describe("the cookie of a session", () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ isDemo: false, settings: { publicUrl: "https://karte.example" } });
    await new AccountDesk(city.store).add(
      {
        login: "technik",
        office: "IT",
        role: "ADMIN",
        department: null,
        districts: [],
        signIn: "local",
        password: "ein langes Passwort",
      },
      "test",
    );
  });
  afterAll(() => city.close());

  it("A-07 carries on https its flags and no domain, and lives no longer than the browser", async () => {
    const answer = await city.app.inject({
      method: "POST",
      url: "/api/login",
      payload: { login: "technik", password: "ein langes Passwort" },
    });
    expect(answer.headers["set-cookie"]).toMatch(
      /^__Host-sozialraumkarte-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("A-07 goes over plain http on this computer or in a closed network only, with a warning", () => {
    const plain = { publicUrl: "http://karte.example", allowHttp: false };
    expect(sessionCookie(plain)).toBeNull();
    expect(signInWarning(plain)).toBe(
      "PUBLIC_URL beginnt mit http://, deshalb kann sich niemand anmelden. Nötig ist https oder ALLOW_HTTP=1.",
    );
    expect(sessionCookie({ ...plain, allowHttp: true })?.name).toBe("sozialraumkarte-session");
    expect(signInWarning({ ...plain, allowHttp: true })).toBe(
      "ALLOW_HTTP=1: Passwörter und Sitzungen gehen unverschlüsselt durchs Netz.",
    );
    expect(sessionCookie({ publicUrl: "http://localhost:8080", allowHttp: false })?.attributes.secure).toBe(
      false,
    );
  });
});
