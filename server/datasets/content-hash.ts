import { createHash } from "node:crypto";
import { canonicalJson } from "#domain/dataset/canonical-json.ts";
import type { ReleaseManifest } from "#domain/dataset/release.ts";

/**
 * sha256 over what readers see of a release: its rows in order and the statements of its manifest. The
 * file's name and own checksum are left out: the same content from another file is the same release,
 * while a changed licence or a stated release is a new one.
 */
export function contentHash(manifest: Omit<ReleaseManifest, "contentHash">, rows: Iterable<unknown>): string {
  const { provenance, ...stated } = manifest;
  const { source, licence, referenceDate } = provenance;
  const hash = createHash("sha256").update(canonicalJson({ ...stated, source, licence, referenceDate }));
  for (const row of rows) {
    hash.update("\n").update(row instanceof Uint8Array ? row : canonicalJson(row));
  }
  return hash.digest("hex");
}
