const dark = "#1B1B1B";
const light = "#FFFFFF";

/** The ink of the two that stands out more on a class colour (`#rrggbb`), by the contrast of WCAG 2.2, 1.4.3. */
export function labelInk(colour: string): string {
  const luminance = luminanceOf(colour);
  const onLight = contrast(luminance, luminanceOf(dark));
  return onLight >= contrast(luminance, luminanceOf(light)) ? dark : light;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance, 0 to 1. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
