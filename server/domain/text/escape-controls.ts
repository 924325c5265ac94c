/**
 * Signs that are not seen but change what is: control characters, marks that turn the direction of writing or have
 * no width, separators of lines and paragraphs (RELIABILITY X-07).
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text in one line, with every unseen sign as its number (`\u202e`): what a log or an audit may show. */
export function escapeControls(text: string): string {
  // Half by half, as JSON writes signs beyond the first plane.
  return text.replace(unseen, (sign) => sign.split("").map(escaped).join(""));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
