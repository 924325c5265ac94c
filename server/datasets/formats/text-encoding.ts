import { ImportRefusal } from "../sentences.ts";

export interface DecodedText {
  text: string;
  encoding: string;
}

/**
 * Text of a file: a byte order mark decides, then the wish, then UTF-8 when every byte fits, and else
 * Windows-1252, in which German offices write (ISO-8859-1 is part of it).
 */
export function decodeText(bytes: Uint8Array, wish?: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decoded(bytes, marked);
  if (wish) return decoded(bytes, wish);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return decoded(bytes, "windows-1252");
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const decoder = decoderFor(encoding);
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

/** Decoder by its label; "ANSI 1252" and "1252", as .cpg files write, are understood too. */
export function decoderFor(encoding: string): TextDecoder {
  const label = encoding
    .trim()
    .replace(/^(?:ansi|cp)?[ _-]?(125\d)$/i, "windows-$1")
    .replace(/^88591$/, "iso-8859-1")
    .replace(/^65001$/, "utf-8");
  try {
    return new TextDecoder(label);
  } catch {
    throw new ImportRefusal("encoding-unknown", { encoding });
  }
}
