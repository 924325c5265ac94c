import type { EditionChange } from "#domain/renewal/edition-differences.ts";

/** Strokes of a sign in a square of 16 units around nought: plus, minus, a triangle, two bars. */
const strokes: Record<EditionChange, string> = {
  IN: "M-4 0H4M0-4V4",
  OUT: "M-4 0H4",
  CHANGED: "M0-4L4 3.5H-4Z",
  STAYED: "M-4-2H4M-4 2H4",
};

/** The sign of what became of an area, the same on the map, in its key and in the list. */
export function ChangeSign({ change, at = [0, 0] }: { change: EditionChange; at?: [number, number] }) {
  return (
    <g transform={`translate(${at[0]} ${at[1]})`} className="change-sign">
      <circle r="8" />
      <path d={strokes[change]} />
    </g>
  );
}

export function ChangeIcon({ change }: { change: EditionChange }) {
  return (
    <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
      <ChangeSign change={change} />
    </svg>
  );
}
