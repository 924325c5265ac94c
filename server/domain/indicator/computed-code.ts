/** Record type of kept definitions, named here too for pages that need nothing else of it. */
export const computedIndicators = "computed-indicators";

const prefix = "computed-";

/** Code of the indicator a kept definition makes: its own, so that no import and no second definition has the same. */
export function computedCode(recordId: string): string {
  return `${prefix}${recordId}`;
}

export function isComputedCode(code: string): boolean {
  return code.startsWith(prefix);
}
