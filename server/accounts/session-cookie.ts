import type { Config } from "../config.ts";

/** How the session's cookie goes out; null where signing in would send passwords in the clear. */
export interface SessionCookie {
  name: string;
  attributes: { path: "/"; httpOnly: true; sameSite: "lax"; secure: boolean };
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * RELIABILITY A-07: on https `__Host-` with `Secure`, which no other host and no plain page can set; on plain http only
 * on this computer or where ALLOW_HTTP says that the network is closed. Decided by the public address alone, never by
 * a request. Without an end of its own: the server ends sessions, a closed browser forgets them.
 */
export function sessionCookie({ publicUrl, allowHttp }: Pick<Config, "publicUrl" | "allowHttp">) {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === "https:";
  if (!secure && !allowHttp && !loopback.test(hostname)) return null;
  const cookie: SessionCookie = {
    name: `${secure ? "__Host-" : ""}sozialraumkarte-session`,
    attributes: { path: "/", httpOnly: true, sameSite: "lax", secure },
  };
  return cookie;
}

/** What whoever runs the server should know about it; undefined when all is well. */
export function signInWarning({ publicUrl, allowHttp }: Pick<Config, "publicUrl" | "allowHttp">) {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === "https:") return undefined;
  if (allowHttp) return "ALLOW_HTTP=1: Passwörter und Sitzungen gehen unverschlüsselt durchs Netz.";
  if (loopback.test(hostname)) return undefined;
  return "PUBLIC_URL beginnt mit http://, deshalb kann sich niemand anmelden. Nötig ist https oder ALLOW_HTTP=1.";
}
