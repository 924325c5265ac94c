import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Store } from "../store/store.ts";
import { download } from "./download.ts";
import { type ImportOptions, type ImportOutcome, runImport } from "./import-job.ts";
import { importSpecSchema } from "./import-spec.ts";
import { importLimits } from "./limits.ts";
import { ImportRefusal } from "./sentences.ts";

/**
 * A file a city publishes: where it is, under which licence, and how its layers and columns are imported.
 * One JSON file each under `geodata/sources`.
 */
export const sourceDescriptionSchema = z.strictObject({
  title: z.string().min(1),
  /** Page a person reads before trusting the file. */
  page: z.url().optional(),
  address: z.url({ protocol: /^https$/ }),
  hosts: z.array(z.string().min(1)).min(1),
  maxMegabytes: z.number().int().positive().max(1024),
  sourceText: z.string().min(1),
  licence: z.string().min(1),
  /** Office that published the file as open data; its figures count as released on the day they are fetched. */
  publishedBy: z.string().optional(),
  note: z.string().optional(),
  /** Import specifications without file and origin. `optional` ones may miss their layer. */
  imports: z.array(z.looseObject({ as: z.string(), optional: z.boolean().optional() })).min(1),
});
export type SourceDescription = z.infer<typeof sourceDescriptionSchema>;

/** Reads the description `NAME.json` of a folder; an unknown name is refused with the names there are. */
export async function readSource(directory: string, name: string): Promise<SourceDescription> {
  const known = (await readdir(directory))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -5));
  if (!known.includes(name)) throw new ImportRefusal("unknown-source", { name, names: known.join(", ") });
  return sourceDescriptionSchema.parse(JSON.parse(await readFile(join(directory, `${name}.json`), "utf8")));
}

export interface SourceOptions extends ImportOptions {
  /** Another address than the described one, named by a person: a mirror, or a copy on the own machine. */
  address?: string;
  /** Stichtag; the day of fetching when left out. */
  referenceDate?: string;
  onImport?: (outcome: ImportOutcome) => void;
}

/**
 * Fetches a described file once, runs its imports in order and removes the file. Stops at the first refusal;
 * an optional import whose layer is missing is no refusal. Throws `ImportRefusal` when the file cannot be had.
 */
export async function importSource(
  store: Store,
  source: SourceDescription,
  options: SourceOptions,
): Promise<ImportOutcome[]> {
  const address = options.address ?? source.address;
  const maxBytes = source.maxMegabytes * 1024 * 1024;
  const isNamedByPerson = options.address !== undefined;
  const hosts = isNamedByPerson && URL.canParse(address) ? [new URL(address).hostname] : source.hosts;
  const directory = await mkdtemp(join(tmpdir(), "source-"));
  try {
    const file = join(directory, fileNameOf(address));
    await download(address, file, { hosts, maxBytes, isNamedByPerson });
    const outcomes: ImportOutcome[] = [];
    const limits = { ...importLimits, fileBytes: maxBytes, unpackedBytes: 4 * maxBytes };
    for (const { optional, ...entry } of source.imports) {
      const spec = importSpecSchema.parse({ ...originOf(source, address, options), ...entry, file });
      const outcome = await runImport(store, spec, { limits, ...options });
      if (outcome.kind === "refused" && optional && outcome.code === "layer-missing") continue;
      outcomes.push(outcome);
      options.onImport?.(outcome);
      if (outcome.kind === "refused") break;
    }
    return outcomes;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function originOf(source: SourceDescription, address: string, { at, referenceDate }: SourceOptions) {
  const { sourceText, licence, note, publishedBy } = source;
  const today = at.slice(0, 10);
  return {
    sourceText,
    licence,
    address,
    retrievedOn: today,
    referenceDate: referenceDate ?? today,
    ...(note && { note }),
    ...(publishedBy && { released: `${publishedBy}, ${today}` }),
  };
}

/** Last part of the address as a harmless file name. */
function fileNameOf(address: string): string {
  const name = URL.canParse(address) ? basename(new URL(address).pathname) : "";
  return name.replace(/[^\w.-]/g, "_").replace(/^\.+/, "") || "download";
}
