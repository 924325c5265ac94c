/** A figure as Germans or English people type it; null for an open end, undefined for no figure. */
export function readFigure(typed: string): number | null | undefined {
  const word = typed.trim().replace("−", "-");
  if (word === "") return null;
  const figure = Number(word.includes(",") ? word.replaceAll(".", "").replace(",", ".") : word);
  return Number.isFinite(figure) ? figure : undefined;
}
