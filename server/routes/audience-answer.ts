import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { isPublic } from "../plugins/audience.ts";

/** Query string of answers that take nothing but a lowered Sicht. */
export const ceilingSchema = z.strictObject({ ceiling: visibilitySchema.optional() });

/**
 * Headers of an answer that depends on who asks: never kept by a shared cache for a signed-in person, and
 * always asked again, because what the public sees changes with the next release.
 */
export function personalHeaders(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .header("cache-control", isPublic(request.audience) ? "public, no-cache" : "private, no-cache")
    .header("vary", "Cookie, Authorization");
}
