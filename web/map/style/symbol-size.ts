const largestPixels = 26;

/** Radius in CSS pixels of the circle for the largest value over all years. */
export function maximumSymbolRadius(isMeeting: boolean): number {
  return largestPixels * (isMeeting ? 1.35 : 1);
}

/** Share of the largest radius, 0 to 1: the area of the circle is proportional to the value (METHODS §6). */
export function symbolShare(value: number, maximum: number): number {
  return maximum > 0 && value > 0 ? Math.sqrt(value / maximum) : 0;
}

/** Colour of the circles: a strong step of the ramp, the same in map, legend and picture. */
export function circleColour(colours: readonly string[]): string {
  return colours.at(Math.floor((colours.length * 3) / 4)) ?? "#3C77AC";
}

/** Circles let the map and each other shine through. */
export const circleOpacity = 0.75;
