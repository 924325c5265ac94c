import type { FastifyInstance } from "fastify";
import { recordTypes } from "#domain/record/record-types.ts";
import type { Config } from "../config.ts";
import type { Services } from "../services.ts";
import { recordDesk } from "./record-desk.ts";
import { recordPublicFaceRoutes } from "./record-public-face.ts";
import { recordReadingRoutes } from "./record-reading.ts";
import { recordReleaseRoutes } from "./record-release.ts";
import { recordWritingRoutes } from "./record-writing.ts";
import { typed } from "./typed-app.ts";

/** `/api/records/{type}` for every declared type: the same routes, schemas from the declaration. */
export function recordRoutes(
  app: FastifyInstance,
  services: Services,
  config: Pick<Config, "publicUrl">,
): void {
  const basePath = new URL(config.publicUrl).pathname.replace(/\/$/, "");
  for (const type of recordTypes) {
    const desk = recordDesk(services, type);
    recordReadingRoutes(typed(app), { ...services, basePath }, desk);
    recordWritingRoutes(typed(app), services, desk);
    recordReleaseRoutes(typed(app), services, desk);
    recordPublicFaceRoutes(typed(app), services, desk);
  }
}
