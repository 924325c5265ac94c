import { externalLayer } from "#domain/external-layer/external-layer.ts";
import type { Operation } from "../operation.ts";

const path = "/api/external-layers";
const of = (more = "") => `${path}/:id${more}`;

/** A map nobody who asks has added. */
const properties = {
  title: "Bebauungspläne",
  service: "WMS",
  address: "https://stadt.example/wms",
  layer: "plans",
  attribution: "Stadtplanungsamt",
  version: "1.3.0",
  format: "image/png",
  crs: "EPSG:3857",
  legend: null,
  bounds: null,
};
const { type } = externalLayer;

export const operations: Operation[] = [
  { name: "list external-layers", method: "GET", path },
  {
    name: "read external-layers (internal)",
    method: "GET",
    path: of(),
    ask: async (city) => ({
      params: { id: (await city.record(type, { properties, visibility: "INTERNAL" })).id },
    }),
  },
  {
    name: "ask service",
    method: "POST",
    path: `${path}/capabilities`,
    ask: () => ({ payload: { address: "https://stadt.example/wms" } }),
  },
  {
    name: "create external-layers",
    method: "POST",
    path,
    ask: () => ({
      payload: {
        service: "WMS",
        address: "https://stadt.example/wms",
        layer: "plans",
        title: "Bebauungspläne",
        attribution: "Stadtplanungsamt",
      },
    }),
  },
  {
    name: "update external-layers",
    method: "PUT",
    path: of(),
    ask: async (city) => ({
      params: { id: (await city.record(type, { properties })).id },
      headers: { "if-match": '"0-0-0"' },
      payload: { title: "Pläne", attribution: "Stadtplanungsamt" },
    }),
  },
  {
    name: "delete external-layers",
    method: "DELETE",
    path: of(),
    ask: async (city) => ({ params: { id: (await city.record(type, { properties })).id } }),
  },
  ...(["INTERNAL", "PUBLIC"] as const).map(
    (visibility): Operation => ({
      name: `release external-layers (${visibility === "PUBLIC" ? "already public" : "internal"})`,
      method: "POST",
      path: of("/release"),
      ask: async (city) => ({
        params: { id: (await city.record(type, { properties, visibility })).id },
        payload: { visibility: "PUBLIC", reason: "öffentlicher Dienst" },
      }),
    }),
  ),
  {
    name: "withdraw external-layers",
    method: "POST",
    path: of("/withdraw"),
    ask: async (city) => ({
      params: { id: (await city.record(type, { properties })).id },
      payload: { visibility: "INTERNAL", reason: "Irrtum" },
    }),
  },
  // The service may not be asked any more, which only those are told who see the map.
  ...(["tiles/3/4/2", "legend", "features"] as const).map((part): Operation => {
    const [kind = ""] = part.split("/");
    return {
      name: `${kind} of external-layers (internal)`,
      method: "GET",
      path: of(kind === "tiles" ? "/tiles/:z/:x/:y" : `/${kind}`),
      ask: async (city) => {
        const { id } = await city.record(type, {
          properties: {
            ...properties,
            ...(kind === "features" ? { service: "WFS" } : {}),
            legend: "https://stadt.example/legend.png",
          },
          visibility: "INTERNAL",
        });
        return { params: { id, ...(kind === "tiles" ? { z: "3", x: "4", y: "2" } : {}) } };
      },
    };
  }),
];
