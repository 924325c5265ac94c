import type { sketch as source } from "../de/sketch.ts";

/** English wording of this part. */
export const sketch: typeof source = {
  place: (east, north) => `East ${east}, north ${north} (EPSG:25832)`,
  degrees: (latitude, longitude) => `${latitude}° N, ${longitude}° E`,
  begin: {
    point: "Set a site: click the map. Or move the crosshair with the arrow keys and press Enter.",
    "why-not": "Ask about a place: click the map. Or move the crosshair with the arrow keys and press Enter.",
    plot: "Draw an area: each click sets a corner. Or move the crosshair and press Enter.",
    "edit-plot":
      "Change the area: click a corner, then its new place. Page up and down go from corner to corner.",
  },
  keys: "Arrow keys: 10 metres, with Shift 100, with Alt 1. Backspace removes the last corner. Escape steps back.",
  cornerSet: (count) => (count === 1 ? "First corner set." : `${count} corners set.`),
  cornerRemoved: (count) => (count === 1 ? "1 corner left." : `${count} corners left.`),
  cornerAt: (number, count) => `Corner ${number} of ${count}.`,
  cornerHeld: (number) => `Corner ${number} picked up. Enter or a click puts it down, Delete removes it.`,
  cornerPut: (number) => `Corner ${number} put down.`,
  cornerBack: (number) => `Corner ${number} is back in its old place.`,
  undone: "Undone.",
  finished: "The area is finished.",
  emptied: "All corners are gone. Ctrl and Z brings them back.",
  pointSet: "The place is set.",
  tooFew: "An area needs at least three corners.",
  crossing: "The line crosses itself. Please move a corner.",
  ended: "Drawing has ended.",
  compare: {
    both: "Two maps side by side",
    divider: "Divider between the two maps",
    dividerAt: (percent) => `${percent} % left`,
    moreLeft: "Show more of the left map",
    moreRight: "Show more of the right map",
    left: (title) => `Left: ${title}`,
    right: (title) => `Right: ${title}`,
  },
};
