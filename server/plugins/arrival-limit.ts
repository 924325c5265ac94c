import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** How long requests may take to arrive whole, in milliseconds. */
export interface ArrivalLimits {
  /** Forms, questions, texts: at most a megabyte. */
  usual: number;
  /** Files of people who may import: 50 MiB take nine minutes on a line of 0.8 Mbit/s. */
  upload: number;
}

export const arrivalLimits: ArrivalLimits = { usual: 15_000, upload: 600_000 };

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/**
 * Cuts requests whose body comes drop by drop (RELIABILITY T-09). The limit of Node's server is one for all and must
 * let slow uploads through; here each request has the usual time until its route grants it more, once it knows who
 * sends. A body that goes on after the answer, as a refused one does, has the usual time from then on.
 */
export function registerArrivalLimit(app: FastifyInstance, limits: ArrivalLimits): void {
  app.decorateRequest("grantUploadTime", function (this: FastifyRequest) {
    cutAfter(this.raw, limits.upload);
  });
  app.addHook("onRequest", (request, _reply, done) => {
    if (hasBody(request.raw)) {
      cutAfter(request.raw, limits.usual);
      request.raw.once("close", () => clearTimeout(timers.get(request.raw)));
    }
    done();
  });
  app.addHook("onResponse", (request, _reply, done) => {
    if (timers.has(request.raw) && request.raw.complete === false) cutAfter(request.raw, limits.usual);
    done();
  });
}

declare module "fastify" {
  interface FastifyRequest {
    /** Gives the body of this request the time of an upload to arrive. */
    grantUploadTime: () => void;
  }
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

function cutAfter(raw: IncomingMessage, milliseconds: number): void {
  clearTimeout(timers.get(raw));
  const timer = setTimeout(() => {
    if (raw.complete === false) raw.socket.destroy();
  }, milliseconds);
  timers.set(raw, timer.unref());
}
