import { ImportRefusal } from "../sentences.ts";
import { isOsmPbf } from "./osm-pbf-blobs.ts";

export type Content = "zip" | "sqlite" | "json" | "text" | "osm-pbf";

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["ein PNG-Bild", [0x89, 0x50, 0x4e, 0x47]],
  ["ein JPEG-Bild", [0xff, 0xd8, 0xff]],
  ["ein GIF-Bild", [0x47, 0x49, 0x46, 0x38]],
  ["ein PDF-Dokument", [0x25, 0x50, 0x44, 0x46]],
  ["eine mit gzip gepackte Datei", [0x1f, 0x8b]],
  ["ein altes Office-Dokument (.xls, .doc)", [0xd0, 0xcf, 0x11, 0xe0]],
  ["ein 7z-Archiv", [0x37, 0x7a, 0xbc, 0xaf]],
  ["eine einzelne Shapefile-Datei (bitte gezippt mit .dbf und .prj)", [0x00, 0x00, 0x27, 0x0a]],
];

/** What a file is by its first bytes; its name has no say. Refuses what no reader here understands. */
export function sniff(bytes: Buffer): Content {
  if (bytes.length === 0) throw new ImportRefusal("file-empty");
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return "zip";
  if (bytes.subarray(0, 16).toString("latin1") === "SQLite format 3\0") return "sqlite";
  if (isOsmPbf(bytes)) return "osm-pbf";
  const known = signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (known) throw new ImportRefusal("not-readable", { what: known[0] });
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return "text";
  const head = bytes.subarray(0, 4096);
  if (head.includes(0)) throw new ImportRefusal("not-readable", { what: "eine unbekannte Binärdatei" });
  const start = head.toString("latin1").replace("\u00ef\u00bb\u00bf", "").trimStart();
  // XML may refer to other files and addresses (KML links, schema locations, GDAL virtual files): not read.
  if (start.startsWith("<")) throw new ImportRefusal("not-readable", { what: "XML oder HTML" });
  return start.startsWith("{") || start.startsWith("[") ? "json" : "text";
}
