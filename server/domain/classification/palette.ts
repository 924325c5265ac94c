/**
 * Colours of the classes: the ramps measured in quality tests (contrast, colour-vision deficiency).
 * Five-class anchors; other numbers of classes are interpolated in CIELAB-like steps between them.
 */
export const sequentialRamps = {
  blue: ["#F5F7F9", "#BFD3E4", "#7FA9CD", "#3C77AC", "#0B3A6B"],
  cividis: ["#FDE737", "#B9AD70", "#7C7B78", "#434E6C", "#00224E"],
  viridis: ["#FDE725", "#5DC863", "#21908C", "#3B528B", "#440154"],
} as const;

/** Diverging around a middle; never red–green, and no violet end beside the hatch of the SVG. */
export const divergingRamps = {
  RdBu: ["#CA0020", "#F4A582", "#F7F7F7", "#92C5DE", "#0571B0"],
} as const;

/**
 * Ramps of planning, never offered for indicators: unserved people stay apart from any indicator (at least
 * ΔE2000 29 from every class of the default blue but its lightest, in all four kinds of sight).
 */
export const planningRamps = {
  orange: ["#FCE9D9", "#F5B983", "#DE8038", "#A84E12", "#612A06"],
} as const;

/**
 * Low, middle and high of two indicators at once: place 3 · first + second. Blue grows with the first, amber
 * with the second, both darken; any two differ by ΔE2000 of at least 14 in all four kinds of sight (tested).
 */
export const pairColours = [
  ...["#F4F2ED", "#E9CA99", "#DD9A33"],
  ...["#98B9D3", "#969388", "#946E3E"],
  ...["#3C87B8", "#435D80", "#4A3B47"],
] as const;

/**
 * The same square of colours with other numbers of steps, place `seconds · first + second`: between its nine colours it is
 * filled evenly, so the corners stay what they are.
 */
export function pairColoursOf(firsts: number, seconds: number): string[] {
  const side = 3;
  const across = (row: number, share: number) =>
    along(pairColours.slice(side * row, side * (row + 1)), share);
  return Array.from({ length: firsts * seconds }, (_, place) => {
    const column = (place % seconds) / Math.max(1, seconds - 1);
    const rows = [0, 1, 2].map((row) => across(row, column));
    return along(rows, Math.floor(place / seconds) / Math.max(1, firsts - 1));
  });
}

export type SequentialRamp = keyof typeof sequentialRamps;
export type DivergingRamp = keyof typeof divergingRamps;
export type PlanningRamp = keyof typeof planningRamps;
export type Ramp = SequentialRamp | DivergingRamp | PlanningRamp;

const allRamps: Readonly<Record<Ramp, readonly string[]>> = {
  ...sequentialRamps,
  ...divergingRamps,
  ...planningRamps,
};

/** Greys of the value states that have no class. */
export const stateColours = {
  UNKNOWN: "#E3E3E0",
  SUPPRESSED: "#DAD9D4",
  TOO_FEW_RESIDENTS: "#E9E8E4",
  NOT_APPLICABLE: "#EFEEEA",
} as const;

/** `count` colours along a ramp, light to dark (or from end to end), as `#rrggbb`. */
export function classColours(ramp: Ramp, count: number): string[] {
  const anchors = allRamps[ramp];
  if (count === 1) return [anchors[Math.floor(anchors.length / 2)] ?? "#7FA9CD"];
  return Array.from({ length: count }, (_, index) => along(anchors, index / (count - 1)));
}

/**
 * Colours of classes around a middle one, `below` on the good side and `above` on the side of the burden: the
 * middle is always the colour of the middle, however uneven the sides are.
 */
export function coloursAroundMiddle(below: number, above: number): string[] {
  const side = Math.max(below, above);
  const all = classColours("RdBu", 2 * side + 1).reverse();
  return all.slice(side - below, side + above + 1);
}

function along(anchors: readonly string[], share: number): string {
  const position = share * (anchors.length - 1);
  const below = Math.min(Math.floor(position), anchors.length - 2);
  const from = channels(anchors[below] ?? "#000000");
  const to = channels(anchors[below + 1] ?? "#000000");
  const part = position - below;
  return `#${from.map((value, index) => hex(value + ((to[index] ?? value) - value) * part)).join("")}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, "0").toUpperCase();
}

/** Relative luminance of WCAG 2 for `#rrggbb`. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG 2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
