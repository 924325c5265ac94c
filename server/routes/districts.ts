import { setImmediate } from "node:timers/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { lowered } from "#domain/access/audience.ts";
import { audienceForDistrict, printsAllDistricts } from "#domain/access/district-access.ts";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { bookProgressAnswerSchema, districtProfileSchema } from "#domain/contract/district-contract.ts";
import type { Config } from "../config.ts";
import { readDistrictBasis } from "../district/district-basis.ts";
import { DistrictBookDesk } from "../district/district-book.ts";
import { districtHtml } from "../district/district-html.ts";
import { districtPdf } from "../district/district-pdf.ts";
import { districtProfile } from "../district/district-profile.ts";
import { drawnMap, fittingSheet, sheetOptions, wholeContent } from "../district/district-sheet.ts";
import { districtWords } from "../district/district-words.ts";
import { notFound } from "../errors.ts";
import type { CostLimit } from "../plugins/cost-limit.ts";
import { pagePolicy } from "../plugins/security-headers.ts";
import { BaseMapFeatures } from "../print/print-map.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { shownFile } from "./shown-file.ts";
import { typed } from "./typed-app.ts";

const language = z.enum(["de", "en"]).default("de");
const printSchema = ceilingSchema.extend({ lang: language });
const fileParams = z.object({ file: z.string().min(1).max(45) });

/** Points of what strangers ask for: about the milliseconds it takes. */
const cost = { profile: 150, page: 200, pdf: 700 };

/**
 * `/api/districts/{number}/profile`: what the page of a Stadtbezirk says, for whoever asks. `/print/district/{number}`
 * as page, `.pdf` and `.svg` (the map alone) says the same on two pages, and `/print/districts.pdf` for all of them;
 * `/api/districts/progress` tells how far that is.
 */
export function districtRoutes(
  app: FastifyInstance,
  services: Services,
  { config, costs }: { config: Config; costs: CostLimit },
): void {
  const base = new BaseMapFeatures(services.store);
  const book = new DistrictBookDesk();
  app.addHook("onClose", () => book.stop());

  async function profileFor(request: FastifyRequest, number: string) {
    const audience = audienceForDistrict(request.audience, number);
    if (!services.areas().districts().includes(number)) throw notFound();
    const basis = await readDistrictBasis(services, audience, { district: number, now: new Date() });
    await setImmediate();
    const profile = districtProfile(basis, number);
    if (!profile) throw notFound();
    return { basis, profile };
  }

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
      await costs.chargeStranger(request, cost.profile);
      const { profile } = await profileFor(request, request.params.number);
      personalHeaders(request, reply);
      return profile;
    },
  );

  typed(app).get(
    "/print/district/:file",
    { schema: { tags: ["print"], params: fileParams, querystring: printSchema } },
    async (request, reply) => {
      const [, number = "", format = "html"] = /^(.+?)(?:\.(pdf|svg))?$/.exec(request.params.file) ?? [];
      await costs.chargeStranger(request, format === "pdf" ? cost.pdf : cost.page);
      const { basis, profile } = await profileFor(request, number);
      const { lang } = request.query;
      const options = await sheetOptions(services, base, lang);
      const title = `${districtWords[lang].kind} ${profile.name}`;
      personalHeaders(request, reply);
      if (format === "pdf") {
        const sheet = await fittingSheet(basis, profile, options);
        await setImmediate();
        return shownFile(reply, `${title}.pdf`, "application/pdf").send(await districtPdf([sheet], title));
      }
      const map = drawnMap(basis, profile, options);
      if (format === "svg") {
        return shownFile(reply, `${title}.svg`, "image/svg+xml; charset=utf-8").send(
          `<?xml version="1.0" encoding="UTF-8"?>\n${map.svg}`,
        );
      }
      const nonce = pagePolicy(reply, undefined);
      const search = new URLSearchParams(Object.entries(request.query));
      const files = { pdf: `${number}.pdf?${search}`, svg: `${number}.svg?${search}` };
      return reply
        .type("text/html; charset=utf-8")
        .send(districtHtml(wholeContent(profile, options), { map, nonce, files }));
    },
  );

  typed(app).get(
    "/api/districts/progress",
    {
      schema: {
        tags: ["districts"],
        querystring: ceilingSchema,
        response: { 200: bookProgressAnswerSchema },
      },
    },
    async (request, reply) => {
      if (!printsAllDistricts(request.audience)) throw notFound();
      reply.header("cache-control", "private, no-store").header("vary", "Cookie, Authorization");
      return { running: book.progress(request.audience.account) };
    },
  );

  typed(app).get(
    "/print/districts.pdf",
    {
      schema: {
        tags: ["print"],
        // Made to be handed to the heads of districts, so nothing more unless it is asked for.
        querystring: printSchema.extend({ ceiling: visibilitySchema.default("DISTRICT") }),
      },
    },
    async (request, reply) => {
      const audience = lowered(request.audience, request.query.ceiling);
      if (!printsAllDistricts(audience) || services.areas().districts().length === 0) throw notFound();
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      const pdf = await book.make(
        {
          database: { databaseUrl: config.databaseUrl, dataDirectory: config.dataDirectory },
          ...{ audience, language: request.query.lang, at: new Date().toISOString() },
        },
        { signal: gone.signal },
      );
      personalHeaders(request, reply);
      return shownFile(reply, `${districtWords[request.query.lang].allTitle}.pdf`, "application/pdf").send(
        pdf,
      );
    },
  );
}
