import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { audienceForDistrict } from "#domain/access/district-access.ts";
import { districtProfileSchema } from "#domain/contract/district-contract.ts";
import { readDistrictBasis } from "../district/district-basis.ts";
import { districtProfile } from "../district/district-profile.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

/** `/api/districts/{number}/profile`: what the page of a Stadtbezirk says, for whoever asks. */
export function districtRoutes(app: FastifyInstance, services: Services): void {
  typed(app).get(
    "/api/districts/:number/profile",
    {
      schema: {
        tags: ["districts"],
        params: z.object({ number: z.string().max(40) }),
        querystring: ceilingSchema,
        response: { 200: districtProfileSchema },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const audience = audienceForDistrict(request.audience, number);
      const basis = await readDistrictBasis(services, audience, { district: number, now: new Date() });
      const profile = districtProfile(basis, number);
      if (!profile) throw notFound();
      personalHeaders(request, reply);
      return profile;
    },
  );
}
