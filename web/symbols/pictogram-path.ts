/** Side of the square all pictograms are drawn in, in their own units. */
export const pictogramSize = 15;

/**
 * Paths joined into one; each starts from the corner again, because a path may begin with a relative move.
 * Some drawings write line breaks as character references.
 */
export function pathsOf(svg: string): string {
  return [...svg.matchAll(/\sd="([^"]+)"/g)]
    .map(([, data = ""]) => `M0 0${data.replace(/&#x\w+;/g, " ")}`)
    .join("");
}
