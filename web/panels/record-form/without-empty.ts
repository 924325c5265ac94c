/** A field nobody filled in is left out, which is how a record says that there is none. */
export function withoutEmpty(draft: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== ""));
}
