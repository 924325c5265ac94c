import { z } from "zod";
import { type PageName, pageNames } from "#domain/text/page-names.ts";
import { type Language, textSchema } from "#domain/text/text.ts";
import { escaped } from "../print/svg-text.ts";
import { defaultPages } from "./default-pages.ts";

const sectionSchema = z.strictObject({ heading: textSchema, paragraphs: z.array(textSchema).min(1) });
export type PageSection = z.infer<typeof sectionSchema>;

/**
 * What a city pack says about its service (`pages` in `city.json`): plain texts, never markup. A page the city does not
 * give stands as a template that says what is still missing.
 */
export const sitePagesSchema = z.strictObject({
  ...(Object.fromEntries(pageNames.map((name) => [name, z.array(sectionSchema).min(1).optional()])) as Record<
    PageName,
    z.ZodOptional<z.ZodArray<typeof sectionSchema>>
  >),
  /** Leichte Sprache: the start page and every page of this list carry it. */
  easyLanguage: z.array(z.string().min(1)).optional(),
  /** Video in Deutsche Gebärdensprache on the city's own site: a link, never a frame. */
  signLanguageVideo: z.url({ protocol: /^https?$/ }).optional(),
});
export type SitePages = z.infer<typeof sitePagesSchema>;

/** Markup of one page in a language. */
export function sitePageBody(
  name: PageName,
  { pages, cityName, language }: { pages: SitePages; cityName: string; language: Language },
): string {
  const own = pages[name];
  const sections = own ?? defaultPages[name];
  const missing = own
    ? ""
    : `<p class="missing"><strong>${
        language === "de"
          ? "Vorlage: Diese Seite muss die Stadt noch ausfüllen. Angaben in eckigen Klammern fehlen."
          : "Template: the city still has to complete this page. Details in square brackets are missing."
      }</strong></p>`;
  const written = sections.map(
    ({ heading, paragraphs }) =>
      `<section><h2>${escaped(heading[language])}</h2>${paragraphs
        .map((text) => `<p>${escaped(text[language].replaceAll("{city}", cityName))}</p>`)
        .join("")}</section>`,
  );
  return [missing, ...written, name === "help" ? easyAccess(pages, language) : ""].join("\n");
}

/** Leichte Sprache and DGS have their places, filled by the city; an empty place says that it is empty. */
function easyAccess({ easyLanguage, signLanguageVideo }: SitePages, language: Language): string {
  const isGerman = language === "de";
  const easy = easyLanguage?.map((text) => `<p>${escaped(text)}</p>`).join("") ?? emptyPlace(isGerman);
  const signs = signLanguageVideo
    ? `<p><a href="${escaped(signLanguageVideo)}" rel="noreferrer">${isGerman ? "Video in Deutscher Gebärdensprache" : "Video in German Sign Language"}</a></p>`
    : emptyPlace(isGerman);
  return `<section id="easy-language"${easyLanguage ? ' lang="de"' : ""}><h2>Leichte Sprache</h2>${easy}</section>
<section id="sign-language"><h2>${isGerman ? "Deutsche Gebärdensprache" : "German Sign Language"}</h2>${signs}</section>`;
}

function emptyPlace(isGerman: boolean): string {
  return `<p class="missing">${
    isGerman
      ? "Diesen Inhalt muss die Stadt noch bereitstellen."
      : "The city still has to provide this content."
  }</p>`;
}
