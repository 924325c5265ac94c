import { randomUUID } from "node:crypto";
import type { MatrixCity, Operation } from "../operation.ts";

const password = "ein langes Passwort";

/** Somebody's account, to be changed or removed. */
async function somebody(city: MatrixCity): Promise<string> {
  const payload = {
    login: `amt-${randomUUID()}`,
    office: "Amt",
    role: "STATISTICS",
    department: null,
    districts: [],
    signIn: "oidc",
  };
  const headers = city.as("ADMIN");
  return (await city.app.inject({ method: "POST", url: "/api/users", headers, payload })).json().id;
}

/** The roles are the demo's, which have no account: what needs one is asked in `sign-in.test.ts`. */
export const operations: Operation[] = [
  { name: "me", method: "GET", path: "/api/me" },
  {
    name: "change own role",
    method: "PATCH",
    path: "/api/me",
    ask: () => ({ payload: { role: "PLANNER" } }),
  },
  {
    name: "choose demo role",
    method: "POST",
    path: "/api/demo/role",
    ask: () => ({ payload: { role: "PLANNER", department: "51" } }),
  },
  {
    name: "login",
    method: "POST",
    path: "/api/login",
    ask: (_city, { name }) => ({ payload: { login: `unknown ${name}`, password } }),
  },
  { name: "read own session", method: "GET", path: "/api/session" },
  { name: "stay signed in", method: "POST", path: "/api/session" },
  { name: "logout", method: "POST", path: "/api/logout" },
  {
    name: "set up",
    method: "POST",
    path: "/api/setup",
    ask: () => ({ payload: { token: "wrong", login: "technik", office: "IT", password } }),
  },
  {
    name: "change password",
    method: "POST",
    path: "/api/me/password",
    ask: () => ({ payload: { present: password, next: `${password} 2` } }),
  },
  // The single sign-on of the matrix answers nobody and all are sent back; with a real one, `oidc.test.ts` asks.
  { name: "begin sign-in through the city", method: "GET", path: "/api/oidc/start" },
  { name: "come back from the city", method: "GET", path: "/api/oidc/callback" },
  { name: "list roles of the single sign-on", method: "GET", path: "/api/oidc/roles" },
  {
    name: "replace roles of the single sign-on",
    method: "PUT",
    path: "/api/oidc/roles",
    ask: () => ({ payload: { items: [{ claim: "groups", value: "statistik", role: "STATISTICS" }] } }),
  },
  { name: "list accounts", method: "GET", path: "/api/users" },
  {
    name: "add account",
    method: "POST",
    path: "/api/users",
    ask: () => ({
      payload: {
        login: `neu-${randomUUID()}`,
        office: "Jugendamt",
        role: "PLANNER",
        department: "51",
        districts: [],
        password,
      },
    }),
  },
  {
    name: "change account",
    method: "PATCH",
    path: "/api/users/:id",
    ask: async (city) => ({ params: { id: await somebody(city) }, payload: { isLocked: true } }),
  },
  {
    name: "delete account",
    method: "DELETE",
    path: "/api/users/:id",
    ask: async (city) => ({ params: { id: await somebody(city) } }),
  },
  { name: "list offices", method: "GET", path: "/api/offices" },
  { name: "list own tokens", method: "GET", path: "/api/tokens" },
  {
    name: "issue token",
    method: "POST",
    path: "/api/tokens",
    ask: () => ({ payload: { name: "QGIS", days: 30 } }),
  },
  {
    name: "revoke token",
    method: "DELETE",
    path: "/api/tokens/:id",
    ask: () => ({ params: { id: randomUUID() } }),
  },
];
