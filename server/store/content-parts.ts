/** Most bytes of one row of a file in the database: neither engine has to hold more than this twice. */
export const largestPart = 1024 * 1024;

/** The bytes in parts that can be staged; they look into `bytes` and copy nothing. */
export function contentParts(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += largestPart) {
    parts.push(bytes.subarray(from, from + largestPart));
  }
  return parts;
}

/** The parts as one file, at the start of memory of its own, so that arrays can look into it. */
export function joinedParts(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}
