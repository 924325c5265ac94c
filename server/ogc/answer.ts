import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../errors.ts";
import { isPublic } from "../plugins/audience.ts";
import { personalHeaders } from "../routes/audience-answer.ts";

export type Form = "json" | "html";

/**
 * The form somebody asks for: `f` decides, else the first of `Accept` that is HTML or JSON. Programs that say
 * nothing, or something else, get JSON. Throws Problem 400 for a form that is not offered.
 */
export function formOf(request: FastifyRequest): Form {
  const { f } = request.query as Record<string, unknown>;
  if (f === "json" || f === "html") return f;
  if (f !== undefined) {
    throw new Problem(400, "Diese Darstellung wird nicht angeboten.", {
      errors: [{ pointer: "/f", detail: "json oder html" }],
    });
  }
  const accepted = (request.headers.accept ?? "").split(",").map((part) => part.trim().toLowerCase());
  const first = accepted.find((type) => /^(text\/html|application\/([a-z.+-]*json))/.test(type));
  return first?.startsWith("text/html") ? "html" : "json";
}

/**
 * Headers of every OGC answer: personal ones, by form too. What is public may be read by other sites' pages, which
 * is what the interface is for; a browser sends them no cookie, so nothing else can be.
 */
export function ogcHeaders(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  personalHeaders(request, reply);
  reply.header("vary", `${String(reply.getHeader("vary"))}, Accept`);
  if (isPublic(request.audience)) {
    reply
      .header("access-control-allow-origin", "*")
      .header("access-control-expose-headers", "Content-Crs, Link")
      .header("cross-origin-resource-policy", "cross-origin");
  }
  return reply;
}

/** Sends a document as JSON under a media type of its own. */
export function sendJson(reply: FastifyReply, type: string, document: unknown): FastifyReply {
  return sendText(reply, type, JSON.stringify(document));
}

/**
 * Sends text that is JSON already, as bytes: Fastify writes the media type of a text anew, with a charset and quotes
 * by which GDAL no longer knows `version=3.0`.
 */
export function sendText(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply.type(type.includes(";") ? type : `${type}; charset=utf-8`).send(Buffer.from(text));
}
