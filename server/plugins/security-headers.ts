import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";

/** For everything that is not a page: figures, tiles and files have nothing to load and nowhere to be framed. */
const headersOfAnswers = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Two years: a browser that came over https once never asks over http again (RELIABILITY P-10). */
const strictTransport = { "strict-transport-security": "max-age=63072000" };

/** Headers every answer has that is not a page; what goes past the hooks has to bring them itself. */
export function answerHeaders({ publicUrl }: { publicUrl: string }): Readonly<Record<string, string>> {
  return publicUrl.startsWith("https:") ? { ...headersOfAnswers, ...strictTransport } : headersOfAnswers;
}

/**
 * Puts the headers of plain answers on every answer; pages replace the policy by their own. Where the public
 * address is plain http, in a closed network, nothing asks for https.
 */
export function registerSecurityHeaders(app: FastifyInstance, config: { publicUrl: string }): void {
  const headers = answerHeaders(config);
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(headers);
  });
}

/**
 * Gives a page of the public embed its policy, the only one that lets other sites frame it: those in
 * EMBED_ANCESTORS, and our own page for the preview. Nothing comes from elsewhere. Returns the nonce for styles.
 */
export function embedPolicy(reply: FastifyReply, ancestors: readonly string[]): string {
  const nonce = randomBytes(16).toString("base64");
  reply.headers({
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
      `frame-ancestors ${["'self'", ...ancestors].join(" ")}`,
    ].join("; "),
    // A site that isolates itself asks each frame whether it may be loaded there.
    "cross-origin-resource-policy": "cross-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
  });
  return nonce;
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
      // The preview of an embed; nothing else is framed.
      "frame-src 'self'",
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
