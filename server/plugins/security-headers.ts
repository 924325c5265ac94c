import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** Nonce of this page's style elements; empty for anything that is not a page. */
    styleNonce: string;
  }
}

/**
 * Headers of every answer. The policy is written out rather than taken from a library's default, which
 * would allow inline style, force https in closed networks and forbid what the embed needs.
 */
export function registerSecurityHeaders(app: FastifyInstance, options: { outsideHost?: string }): void {
  app.decorateRequest("styleNonce", "");
  app.addHook("onRequest", async (request, reply) => {
    request.styleNonce = randomBytes(16).toString("base64");
    const outside = options.outsideHost ? ` ${options.outsideHost}` : "";
    reply.headers({
      "content-security-policy": [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${request.styleNonce}'`,
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
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "geolocation=(), camera=(), microphone=()",
    });
  });
}
