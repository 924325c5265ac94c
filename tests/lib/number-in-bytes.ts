import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";

/**
 * Whether a number stands in an answer in any way these formats write one: as digits with point or comma (from the start
 * of a word, further digits allowed), or as floating point number of 4 or 8 bytes at any place. Archives are unpacked first.
 */
export async function holdsNumber(answer: Buffer, value: number): Promise<boolean> {
  const bytes = answer.subarray(0, 4).equals(zipMark) ? await unpacked(answer) : answer;
  const digits = String(value).replace(".", "[.,]");
  if (new RegExp(`(?<![\\d.,])${digits}`).test(bytes.toString("latin1"))) return true;
  return binary(value).some((one) => bytes.includes(one));
}

const zipMark = Buffer.from("PK\x03\x04", "latin1");

function binary(value: number): Buffer[] {
  const double = Buffer.alloc(8);
  double.writeDoubleBE(value);
  const single = Buffer.alloc(4);
  single.writeFloatBE(value);
  return [double, single].flatMap((one) => [one, Buffer.from(one).reverse()]);
}

async function unpacked(archive: Buffer): Promise<Buffer> {
  const file = await promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer)(archive, {
    lazyEntries: true,
  });
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    file.on("error", reject);
    file.on("end", () => resolve(Buffer.concat(parts)));
    file.on("entry", (entry: Entry) => {
      file.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        for await (const chunk of stream) parts.push(chunk as Buffer);
        file.readEntry();
      });
    });
    file.readEntry();
  });
}
