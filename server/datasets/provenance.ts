import { type Provenance, type Release, releaseStatementSchema } from "#domain/dataset/release.ts";
import type { ImportSpec } from "./import-spec.ts";
import { ImportRefusal } from "./sentences.ts";

/** Source, licence and Stichtag of an import; what is missing refuses it and names the option. */
export function provenanceOf(spec: ImportSpec, file: { name: string; sha256: string }): Provenance {
  const { address, retrievedOn, note } = spec;
  return {
    source: required(spec.sourceText, "--source-text"),
    licence: required(spec.licence, "--licence"),
    referenceDate: required(spec.referenceDate, "--reference-date"),
    fileName: file.name,
    fileSha256: file.sha256,
    ...(address && { address }),
    ...(retrievedOn && { retrievedOn }),
    ...(note && { note }),
  };
}

function required(value: string | undefined, option: string): string {
  if (!value?.trim()) throw new ImportRefusal("source-missing", { option });
  return value.trim();
}

/** "Statistisches Amt, 2026-01-31" or "…, 31.01.2026" as a release statement; undefined when not released. */
export function releaseStatement(text: string | undefined): Release["released"] {
  if (text === undefined) return undefined;
  const match = /^(.+?),\s*(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))$/.exec(text.trim());
  if (!match) throw new ImportRefusal("bad-release");
  const [, office, iso, day = "", month = "", year] = match;
  const date = iso ?? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = releaseStatementSchema.safeParse({ office: office!.trim(), date });
  if (!parsed.success) throw new ImportRefusal("bad-release");
  return parsed.data;
}
