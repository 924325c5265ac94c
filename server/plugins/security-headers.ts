import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";

/** For everything that is not a page: figures, tiles and files have nothing to load and nowhere to be framed. */
const headersOfAnswers = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Puts the headers of plain answers on every answer; pages replace the policy by their own. */
export function registerSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(headersOfAnswers);
  });
}

/**
 * Gives a page its policy and returns the nonce its style elements carry. Written out rather than taken from
 * a library's default, which would allow inline style and force https in closed networks. `outsideHost` is
 * the host of a base map style, the only thing that may ever come from elsewhere.
 */
export function pagePolicy(reply: FastifyReply, outsideHost: string | undefined): string {
  const nonce = randomBytes(16).toString("base64");
  const outside = outsideHost ? ` ${outsideHost}` : "";
  reply.headers({
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      `img-src 'self' data:${outside}`,
      `font-src 'self'${outside}`,
      `connect-src 'self'${outside}`,
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
  });
  return nonce;
}

/**
 * A worker lives by the policy its own script came with, not by the page's: the map's worker fetches tiles, and
 * the one that looks for sites runs a solver that is WebAssembly.
 */
export function workerPolicy(outsideHost: string | undefined): string {
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'${outsideHost ? ` ${outsideHost}` : ""}`;
}
