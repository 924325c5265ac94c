import type { Operation } from "../operation.ts";

export const operations: Operation[] = [
  { name: "embedPage", method: "GET", path: "/embed" },
  {
    name: "details in embed",
    method: "GET",
    path: "/embed/details",
    ask: () => ({ query: { select: "area:district:01" } }),
  },
  {
    name: "places of embed (none is public)",
    method: "GET",
    path: "/embed/places",
    ask: () => ({ query: { layer: "candidate-sites", layers: "candidate-sites" } }),
  },
  ...["help", "imprint", "privacy", "accessibility", "feedback"].map(
    (name): Operation => ({ name: `read ${name}`, method: "GET", path: `/${name}` }),
  ),
];
