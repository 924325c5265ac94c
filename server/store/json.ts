/**
 * JSON on its way into the database. PostgreSQL's jsonb refuses NUL and unpaired surrogates inside strings; both
 * become U+FFFD on both engines, so that what is stored here is stored there and reads back the same.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  return suspicious.test(json) ? JSON.stringify(value, (_key, part) => storable(part)) : json;
}

/** The value as it will be read back. */
export function asStored<T>(value: T): T {
  return JSON.parse(toJson(value)) as T;
}

const suspicious = /\\u0000|\\ud[89a-f]/;

function storable(part: unknown): unknown {
  if (typeof part === "string") return storableText(part);
  if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [storableText(key), value]));
}

function storableText(text: string): string {
  return text.replaceAll("\0", "\uFFFD").replace(unpairedSurrogate, "\uFFFD");
}

const unpairedSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
