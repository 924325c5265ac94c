import type { Operation } from "../operation.ts";

const layer = "facilities";

export const operations: Operation[] = [
  { name: "start page", method: "GET", path: "/" },
  { name: "read asset", method: "GET", path: "/assets/*", ask: () => ({ params: { "*": "missing.js" } }) },
  { name: "read base map file", method: "GET", path: "/basemap.pmtiles" },
  { name: "style", method: "GET", path: "/style.json" },
  { name: "tileJson", method: "GET", path: "/tiles/:layer.json", ask: () => ({ params: { layer } }) },
  {
    name: "tile (no longer current)",
    method: "GET",
    path: "/tiles/:layer/:version/:z/:x/:y.pbf",
    ask: () => ({ params: { layer, version: "0", z: "0", x: "0", y: "0" } }),
  },
  {
    name: "tile",
    method: "GET",
    path: "/tiles/:layer/:version/:z/:x/:y.pbf",
    ask: async (city) => {
      const { tiles } = (await city.app.inject("/tiles/areas-district.json")).json();
      const version = new URL(tiles[0]).pathname.split("/")[3] ?? "";
      return { params: { layer: "areas-district", version, z: "0", x: "0", y: "0" } };
    },
  },
  { name: "describe interface", method: "GET", path: "/api/openapi.json" },
  { name: "overlay", method: "GET", path: "/api/overlay/:layer", ask: () => ({ params: { layer } }) },
  { name: "describe city", method: "GET", path: "/api/city" },
  { name: "list layers", method: "GET", path: "/api/layers" },
  { name: "list areas", method: "GET", path: "/api/areas", ask: () => ({ query: { level: "district" } }) },
  { name: "list indicators", method: "GET", path: "/api/indicators" },
  {
    name: "indicator",
    method: "GET",
    path: "/api/indicators/:code/values",
    ask: () => ({ params: { code: "sealed-area" }, query: { level: "district" } }),
  },
  { name: "search", method: "GET", path: "/api/search", ask: () => ({ query: { q: "West" } }) },
  {
    name: "exportCsv",
    method: "GET",
    path: "/api/export/:file",
    ask: () => ({ params: { file: "facilities.csv" } }),
  },
  {
    name: "exportGeoJson",
    method: "GET",
    path: "/api/export/:file",
    ask: () => ({ params: { file: "facilities.geojson" } }),
  },
  {
    name: "read file of population grid",
    method: "GET",
    path: "/api/datasets/:dataset/:release",
    ask: ({ gridFile }) => ({ params: gridFile }),
  },
  { name: "follow events", method: "GET", path: "/events", isEndless: true },
  { name: "live", method: "GET", path: "/live" },
  { name: "ready", method: "GET", path: "/ready" },
  { name: "metrics", method: "GET", path: "/metrics" },
];
