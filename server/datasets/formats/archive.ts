import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";

export interface Archive {
  names: readonly string[];
  /** Inflated content of an entry; counts towards the limits of the whole archive. */
  read: (name: string) => Promise<Buffer>;
  close: () => void;
}

/** Entries smaller than this may be packed as tightly as they like: blank table columns often are. */
const ratioMattersFrom = 1024 * 1024;

/**
 * Opens a zip from memory. Names that leave the archive, symbolic links, encryption, too many entries and
 * entries that inflate beyond the limits are refused; sizes are counted while inflating, because headers lie.
 */
export async function openArchive(bytes: Buffer, limits: ImportLimits): Promise<Archive> {
  const zip = await fromBufferPromise(bytes).catch((error: Error) => {
    throw new ImportRefusal("broken-file", { why: `Archiv: ${error.message}` });
  });
  // The ratio is checked on the reading as well; `autoClose` would end the archive after the listing.
  zip.autoClose = false;
  if (zip.entryCount > limits.archiveEntries) {
    throw new ImportRefusal("archive-limits", { what: `mehr als ${limits.archiveEntries} Einträge` });
  }
  const entries = await listEntries(zip);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      if (!entry) throw new ImportRefusal("broken-file", { why: `Eintrag ${name} fehlt` });
      const content = await inflate(zip, entry, { limits, left: limits.unpackedBytes - unpacked });
      unpacked += content.length;
      return content;
    },
    close: () => zip.close(),
  };
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
      if (isLink) throw new ImportRefusal("archive-unsafe", { entry: name, what: "eine Verknüpfung" });
      if (entry.isEncrypted())
        throw new ImportRefusal("archive-unsafe", { entry: name, what: "Verschlüsseltes" });
      if (!name.endsWith("/") && !name.startsWith("__MACOSX/")) entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const why = (error as Error).message;
    // yauzl names the entry in its message: "invalid relative path: ../../etc/cron.d/x".
    const unsafe = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/.exec(why);
    if (!unsafe) throw new ImportRefusal("broken-file", { why: `Archiv: ${why}` });
    throw new ImportRefusal("archive-unsafe", { entry: unsafe[1]!, what: "einen Pfad nach außen" });
  }
  return entries;
}

async function inflate(
  zip: ZipFile,
  entry: Entry,
  { limits, left }: { limits: ImportLimits; left: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const refuseTooLarge = (bytes: number) => {
    if (bytes > left) {
      const megabytes = Math.round(limits.unpackedBytes / 1024 / 1024);
      throw new ImportRefusal("archive-limits", { what: `mehr als ${megabytes} MiB entpackt` });
    }
    if (bytes > ratioMattersFrom && bytes > entry.compressedSize * limits.archiveRatio) {
      const what = `„${entry.fileName}“ ist mehr als ${limits.archiveRatio} : 1 gepackt`;
      throw new ImportRefusal("archive-limits", { what });
    }
  };
  // What the archive says of itself is enough to refuse it, and never enough to believe it.
  refuseTooLarge(entry.uncompressedSize);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      refuseTooLarge(size);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw new ImportRefusal("broken-file", { why: `Archiv: ${(error as Error).message}` });
  }
  const content = Buffer.concat(chunks);
  if (content.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
    throw new ImportRefusal("archive-nested", { entry: entry.fileName });
  }
  return content;
}
