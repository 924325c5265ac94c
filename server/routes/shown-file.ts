import type { FastifyReply } from "fastify";

/** Shown in the page rather than saved; a name for those who save it. */
export function shownFile(reply: FastifyReply, name: string, type: string): FastifyReply {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, "_");
  return reply
    .type(type)
    .header(
      "content-disposition",
      `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
}
