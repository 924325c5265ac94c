/** Line icons of the page's own controls, drawn on 16 × 16. */
const paths = {
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  home: "M2.5 8 8 3l5.5 5M4 7v6h8V7",
  fullscreen: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  north: "M8 2 11.5 13 8 10.5 4.5 13z",
  close: "M4 4l8 8M12 4l-8 8",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5 14 14",
  left: "M10 3 5 8l5 5",
  right: "M6 3l5 5-5 5",
  up: "M3 10l5-5 5 5",
  down: "M3 6l5 5 5-5",
  play: "M5 3v10l8-5z",
  stop: "M4 4h8v8H4z",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  layers: "M8 2.5 14 6 8 9.5 2 6zM2.5 9.5 8 12.7l5.5-3.2",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9",
  pin: "M8 14s4.5-4.3 4.5-7.7a4.5 4.5 0 0 0-9 0C3.5 9.7 8 14 8 14zM8 8a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 8 8z",
  list: "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.5M2.5 8h.5M2.5 12h.5",
  gear: "M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 2.8v3.4M6 9.8v3.4",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  download: "M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10",
  back: "M13 8H3.5M7.5 4l-4 4 4 4",
  check: "M3 8.5 6.5 12 13 4.5",
  columns: "M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9",
  edit: "M10.5 3l2.5 2.5L6 12.5H3.5V10zM9 4.5 11.5 7",
  area: "M3 5.5 8.5 2.5 13.5 6.5 11.5 13 4.5 12zM3 5.5h.01M8.5 2.5h.01",
  outside: "M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5",
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside or inside something that has a name of its own. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
