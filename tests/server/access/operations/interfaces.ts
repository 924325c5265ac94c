import type { Operation } from "../operation.ts";

const collection = "areas-district";
const of = (path: string) => `/ogc/collections/:collection${path}`;
const ask = () => ({ params: { collection } });

export const operations: Operation[] = [
  { name: "ogcLanding", method: "GET", path: "/ogc" },
  { name: "ogcLanding (with a slash)", method: "GET", path: "/ogc/" },
  { name: "ogcConformance", method: "GET", path: "/ogc/conformance" },
  { name: "ogcApi", method: "GET", path: "/ogc/api" },
  { name: "ogcCollections", method: "GET", path: "/ogc/collections" },
  { name: "ogcCollection", method: "GET", path: of(""), ask },
  { name: "ogcSchema", method: "GET", path: of("/schema"), ask },
  { name: "ogcFeatureSchema", method: "GET", path: of("/feature-schema"), ask },
  { name: "ogcQueryables", method: "GET", path: of("/queryables"), ask },
  { name: "ogcItems", method: "GET", path: of("/items"), ask },
  {
    name: "ogcItem",
    method: "GET",
    path: of("/items/:item"),
    ask: () => ({ params: { collection, item: "01" } }),
  },
  {
    name: "ogcItem of candidate-sites (restricted)",
    method: "GET",
    path: of("/items/:item"),
    ask: async (city) => {
      const { id } = await city.standing("candidate-sites", "RESTRICTED");
      return { params: { collection: "candidate-sites", item: id } };
    },
  },
  {
    name: "exportXlsx",
    method: "GET",
    path: "/api/export/:file",
    ask: () => ({ params: { file: "facilities.xlsx" } }),
  },
  {
    name: "exportGeoPackage",
    method: "GET",
    path: "/api/export/:file",
    ask: () => ({ params: { file: "facilities.gpkg" } }),
  },
];
