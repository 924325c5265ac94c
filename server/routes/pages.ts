import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { pageNames, pageTitles } from "#domain/text/page-names.ts";
import { plainPage } from "../pages/page-html.ts";
import { sitePageBody } from "../pages/site-pages.ts";
import { pagePolicy } from "../plugins/security-headers.ts";
import type { Services } from "../services.ts";
import { typed } from "./typed-app.ts";

/** An address that was passed on with something added still shows its page. */
const querySchema = z.object({ lang: z.enum(["de", "en"]).catch("de") });

/** Help, imprint, privacy, accessibility statement and feedback: text for everybody, without sign-in (P-09). */
export function pageRoutes(app: FastifyInstance, services: Services): void {
  for (const name of pageNames) {
    typed(app).get(
      `/${name}`,
      { schema: { tags: ["pages"], querystring: querySchema } },
      async (request, reply) => {
        const language = request.query.lang;
        const city = services.city();
        const body = sitePageBody(name, {
          pages: city?.pages ?? {},
          cityName: city?.name[language] ?? (language === "de" ? "[Stadt]" : "[City]"),
          language,
        });
        const nonce = pagePolicy(reply, undefined);
        return reply
          .type("text/html; charset=utf-8")
          .header("cache-control", "no-cache")
          .send(plainPage({ title: pageTitles[name][language], body, language, nonce }));
      },
    );
  }
}
