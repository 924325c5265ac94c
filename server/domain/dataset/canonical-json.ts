/** JSON with the keys of every object in code-point order and without spaces: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  const parts = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(parts).sort()) {
    if (parts[key] === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(parts[key])}`;
  }
  return `{${text}}`;
}
