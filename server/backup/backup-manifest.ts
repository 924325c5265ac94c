import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { contentHash } from "../store/audit-chain.ts";

/** What a backup holds, so that a restore can tell whole from broken (RELIABILITY D-07 to D-10). */
export const manifestSchema = z.strictObject({
  format: z.literal("sozialraumkarte-backup/1"),
  engine: z.enum(["sqlite", "postgres"]),
  /** Number of the schema; an older program cannot read a newer one. */
  schema: z.number().int().positive(),
  /** ISO 8601, UTC: every write acknowledged before it is in the backup. */
  startedAt: z.string(),
  finishedAt: z.string(),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number().int(), checksum: z.string() })),
  /** Paths within the folder of the backup, the database first. */
  files: z.array(
    z.strictObject({
      path: z
        .string()
        .regex(/^[^/\\]/)
        .refine(staysInside),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  /** sha256 over all of the above in canonical JSON. */
  checksum: z.string(),
});

/** A restore writes to these paths: none may lead out of the folder. */
function staysInside(path: string): boolean {
  return !path.split(/[/\\]/).includes("..");
}

export type BackupManifest = z.infer<typeof manifestSchema>;
export type TableFacts = BackupManifest["tables"][number];

export const manifestName = "manifest.json";

/** A backup that cannot be used, or cannot be made: `check` names what failed, the message says it in German. */
export class BackupError extends Error {
  readonly check: "manifest" | "checksum" | "engine" | "schema" | "target" | "tables" | "audit" | "program";
  constructor(check: BackupError["check"], sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.check = check;
  }
}

/** Writes the manifest: the last file of a backup, so that one without it never was finished. */
export function writeManifest(directory: string, facts: Omit<BackupManifest, "checksum">): BackupManifest {
  const manifest = { ...facts, checksum: contentHash(facts) };
  writeFileSync(join(directory, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return manifest;
}

/** @throws BackupError ("manifest") when it is missing, cannot be read, or was changed */
export function readManifest(directory: string): BackupManifest {
  const manifest = manifestSchema.safeParse(parsed(directory));
  if (!manifest.success) {
    throw new BackupError(
      "manifest",
      `${manifestName} fehlt oder ist nicht lesbar. Ohne die Zeilenzahlen und Prüfsummen darin lässt sich nicht sagen, ob die Sicherung vollständig ist.`,
    );
  }
  const { checksum, ...facts } = manifest.data;
  if (contentHash(facts) !== checksum) {
    throw new BackupError("manifest", `${manifestName} wurde verändert: die Prüfsumme stimmt nicht.`);
  }
  return manifest.data;
}

function parsed(directory: string): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, manifestName), "utf8"));
  } catch {
    return undefined;
  }
}
