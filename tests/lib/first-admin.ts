import type { RunningServer } from "./running-server.ts";

/** Asks the server as ADMIN. Rejects when it refuses. */
export type Administer = (method: string, path: string, body?: object) => Promise<unknown>;

/** Makes the first account, "technik", with the token from the console of a server named amt.localhost. */
export async function firstAdmin({ address, printed }: RunningServer, password: string): Promise<Administer> {
  const loopback = address.replace("amt.localhost", "127.0.0.1");
  const ask = (method: string, path: string, body: object | undefined, cookie = "") =>
    fetch(`${loopback}${path}`, {
      method,
      headers: { cookie, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const token = /gültig: (\S+)/.exec(printed())?.[1] ?? "";
  const account = { token, login: "technik", office: "Stadtmessungsamt, Technik", password };
  const [cookie = ""] = (await ask("POST", "/api/setup", account)).headers.getSetCookie();
  return async (method, path, body) => {
    const answer = await ask(method, path, body, cookie.split(";")[0]);
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}`);
    return answer.json();
  };
}
