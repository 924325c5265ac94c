import { readFile } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { citySettingSchema } from "../city.ts";
import { baseMapSchema } from "./base-map.ts";
import { type ImportSpec, importSpecSchema } from "./import-spec.ts";
import { ImportRefusal } from "./sentences.ts";

/**
 * A city as a folder: its name, what it calls its levels, whom to name as source, and the imports that fill
 * an empty database. Another city is another folder and no change to code.
 */
export const cityPackSchema = z.strictObject({
  ...citySettingSchema.shape,
  isDemo: z.literal(false).default(false),
  imports: z.array(importSpecSchema).default([]),
  /** What is drawn under the data where the city has no map of its own. */
  base: baseMapSchema.optional(),
});
export type CityPack = z.infer<typeof cityPackSchema>;

/** The part of a pack the database keeps under the setting `city`. */
export function citySetting({
  imports: _,
  base: __,
  ...setting
}: CityPack): Omit<CityPack, "imports" | "base"> {
  return setting;
}

/**
 * Reads `city.json` of a folder. Paths of its imports are relative to the folder, absolute, or begin with a
 * variable such as `${TESTDATA_DIR}`, taken from `variables`. Throws `ImportRefusal`.
 */
export async function readCityPack(
  directory: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<CityPack> {
  const path = join(directory, "city.json");
  const text = await readFile(path, "utf8").catch(() => {
    throw new ImportRefusal("file-missing", { file: path });
  });
  const parsed = cityPackSchema.safeParse(parseJson(text, path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = `${path}: ${z.core.toDotPath(issue!.path)}`;
    throw new ImportRefusal("bad-specification", { where, why: issue!.message });
  }
  const located = (file: string) => locate(file, directory, variables);
  const { base, imports } = parsed.data;
  return {
    ...parsed.data,
    imports: imports.map((spec): ImportSpec => {
      const file = located(spec.file);
      return spec.as === "grid" ? { ...spec, file, with: spec.with.map(located) } : { ...spec, file };
    }),
    ...(base && {
      base: { ...base, lines: base.lines.map((line) => ({ ...line, file: located(line.file) })) },
    }),
  };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportRefusal("bad-specification", { where: path, why: "kein gültiges JSON" });
  }
}

function locate(
  file: string,
  directory: string,
  variables: Readonly<Record<string, string | undefined>>,
): string {
  const filled = file.replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => {
    const value = variables[name];
    if (!value) throw new ImportRefusal("variable-missing", { name });
    return value;
  });
  return isAbsolute(filled) ? filled : resolve(directory, filled);
}
