export interface ScaleBar {
  meters: number;
  /** Length of the bar in CSS pixels. */
  pixels: number;
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that fits into `maximumPixels`. */
export function scaleBar(metersPerPixel: number, maximumPixels: number): ScaleBar {
  const longest = metersPerPixel * maximumPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= longest) ?? 1;
  const meters = factor * power;
  return { meters, pixels: meters / metersPerPixel };
}

/** "500 m" or "2 km"; shorter than a metre does not occur on a map of a city. */
export function scaleBarText({ meters }: ScaleBar): string {
  return meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
}
