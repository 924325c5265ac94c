/** Zoom of the screen (512-pixel tiles) and the width of a line there, in pixels; in between it grows evenly. */
export type WidthStops = readonly (readonly [zoom: number, pixels: number])[];

/** Widths of the base map's lines, on screen and on paper. */
export const baseWidths = {
  waterShore: [
    [9, 0.4],
    [13, 0.9],
    [16, 1.4],
  ],
  lightRail: [
    [12, 0.6],
    [16, 1.4],
  ],
  rail: [
    [9, 0.8],
    [12, 1],
    [16, 1.6],
  ],
  railTicks: [
    [11, 3.5],
    [16, 7],
  ],
  streetCasing: [
    [9, 1.2],
    [12, 3.4],
    [14, 6],
    [17, 15],
  ],
  street: [
    [9, 0.6],
    [12, 2.2],
    [14, 4.4],
    [17, 12.5],
  ],
  outline: [
    [9, 1.2],
    [13, 2],
  ],
} as const satisfies Record<string, WidthStops>;

/** Width at a zoom; beyond the first and last stop it stays. */
export function widthAt(stops: WidthStops, zoom: number): number {
  let [before] = stops;
  for (const stop of stops) {
    if (stop[0] >= zoom) {
      const [from, to] = [before!, stop];
      return from[0] === to[0] ? to[1] : from[1] + ((to[1] - from[1]) * (zoom - from[0])) / (to[0] - from[0]);
    }
    before = stop;
  }
  return before?.[1] ?? 0;
}
