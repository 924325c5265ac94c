import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { usesPlanning } from "#domain/access/planning-access.ts";
import { questionSchema } from "#domain/analysis/question.ts";
import { asProblem } from "../analysis/analysis-problems.ts";
import { cityNotice } from "../city.ts";
import { notFound, Problem } from "../errors.ts";
import { pagePolicy } from "../plugins/security-headers.ts";
import { BaseMapFeatures, sheetMap } from "../print/print-map.ts";
import { sheetContent } from "../print/sheet-content.ts";
import { sheetHtml } from "../print/sheet-html.ts";
import { sheetPdf } from "../print/sheet-pdf.ts";
import { type SheetQuestion, siteSheet } from "../print/site-sheet.ts";
import type { Services } from "../services.ts";
import { analysisQuerySchema, questionOfQuery } from "./analysis-query.ts";
import { shownFile } from "./shown-file.ts";
import { typed } from "./typed-app.ts";

const fileParams = z.object({ file: z.string().min(1).max(70) });
const querySchema = analysisQuerySchema.extend({
  kind: z.string().max(40).optional(),
  /** A whole question as JSON, as the page has it; other parameters are then left aside. */
  question: z.string().max(2000).optional(),
  lang: z.enum(["de", "en"]).default("de"),
});

/**
 * `/print/site/{id}` as page, `.pdf` and `.svg` (the map alone): the Standort-Steckbrief of a site of a scenario
 * (`scenario=…`) or of a Standortskizze. Who may not read either gets the answer for nothing there.
 */
export function printRoutes(app: FastifyInstance, services: Services): void {
  const base = new BaseMapFeatures(services.store);

  typed(app).get(
    "/print/site/:file",
    { schema: { tags: ["print"], params: fileParams, querystring: querySchema } },
    async (request, reply) => {
      const { audience, query } = request;
      if (!usesPlanning(audience)) throw notFound();
      const [, id = "", format = "html"] = /^(.+?)(?:\.(pdf|svg))?$/.exec(request.params.file) ?? [];
      const language = query.lang;
      try {
        const sheet = await siteSheet(services, audience, id, askedFor(query));
        const names = new Map(
          services
            .areas()
            .all()
            .map((area) => [area.number, area.name]),
        );
        const content = sheetContent(sheet, {
          language,
          areaName: (number) => names.get(number) ?? number,
          notice: cityNotice(services.city())?.[language] ?? null,
        });
        const map = await sheetMap(sheet, content, { services, base, language });
        reply.header("cache-control", "private, no-store").header("vary", "Cookie");
        if (format === "svg") return sendSvg(reply, map, content.title);
        if (format === "pdf") {
          return shownFile(reply, `${content.kind} ${content.title}.pdf`, "application/pdf").send(
            await sheetPdf(content, map),
          );
        }
        const nonce = pagePolicy(reply, undefined);
        const search = new URLSearchParams(
          Object.entries(query).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, String(value)]],
          ),
        );
        const files = { pdf: `${id}.pdf?${search}`, svg: `${id}.svg?${search}` };
        return reply.type("text/html; charset=utf-8").send(sheetHtml(content, { map, nonce, files }));
      } catch (error) {
        throw asProblem(error);
      }
    },
  );

  function sendSvg(reply: FastifyReply, map: string, title: string) {
    return shownFile(reply, `${title}.svg`, "image/svg+xml; charset=utf-8").send(
      `<?xml version="1.0" encoding="UTF-8"?>\n${map}`,
    );
  }
}

function askedFor({ question, lang: _lang, kind, ...query }: z.infer<typeof querySchema>): SheetQuestion {
  if (question === undefined) {
    const { kind: _kind, ...rest } = questionOfQuery({ ...query, kind: kind ?? "" });
    return { ...rest, kind };
  }
  const parsed = questionSchema.safeParse(jsonOf(question));
  if (!parsed.success) throw new Problem(400, "Die Frage ist nicht lesbar.");
  return query.scenario === undefined ? parsed.data : { ...parsed.data, scenario: query.scenario };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
