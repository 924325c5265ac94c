import type { FastifyServerOptions } from "fastify";
import ipaddr from "ipaddr.js";

/**
 * How the server logs: JSON lines with the request's id, and nothing that names a person or holds what somebody
 * wrote (RELIABILITY O-05, P-07). An address is cut to its network, a path stands without its query, where searches
 * are, headers are left out, and of an error only its kind, message and place remain.
 */
export function requestLog(
  level: "warn" | "info",
  stream?: { write(line: string): void },
): NonNullable<FastifyServerOptions["logger"]> {
  return {
    level,
    ...(stream ? { stream } : {}),
    serializers: {
      req: ({ method, url, ip }) => ({ method, path: pathOf(url ?? ""), network: networkOf(ip ?? "") }),
      res: ({ statusCode }) => ({ statusCode }),
      err: errorFacts,
    },
  };
}

/** Path without query; the last word of a search would otherwise stay in the log. */
function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

/** First 24 bits of an IPv4 address, first 48 of an IPv6 one: which network, not which connection. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return "";
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4"
    ? parsed.toString().replace(/\d+$/, "0")
    : `${parsed.toNormalizedString().split(":").slice(0, 3).join(":")}::`;
}

/** Libraries hang whole rows and statements on their errors, so that only what is named here is kept. */
export function errorFacts(error: Error & { code?: unknown }): {
  type: string;
  message: string;
  stack: string;
  code?: string;
  cause?: { type: string; message: string; code?: string };
} {
  const cause = error.cause instanceof Error ? (error.cause as Error & { code?: unknown }) : undefined;
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack ?? "",
    ...(error.code ? { code: String(error.code) } : {}),
    ...(cause
      ? {
          cause: {
            type: cause.constructor.name,
            message: cause.message,
            ...(cause.code ? { code: String(cause.code) } : {}),
          },
        }
      : {}),
  };
}
