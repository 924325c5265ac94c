import { Map as MapLibreMap, setWorkerUrl } from "./maplibre-gl.mjs";

// The layers the dashboard opens with, as GeoJSON with plain styles: the straightforward way to show the same.
setWorkerUrl(new URL("maplibre-gl-worker.mjs", location.href).href);
const wanted = (new URLSearchParams(location.search).get("layers") ?? "").split(",");
const all = await (await fetch("geojson.json")).json();
const shown = all.filter(({ name }) =>
  wanted.some((layer) => name === layer || name.startsWith(`${layer}-`)),
);

const sources = {};
const layers = [{ id: "background", type: "background", paint: { "background-color": "#f4f4f2" } }];
for (const { name, kind } of shown) {
  const clustered = name === "facilities";
  sources[name] = {
    type: "geojson",
    data: `geojson/${name}`,
    ...(clustered ? { cluster: true, clusterRadius: 48, clusterMaxZoom: 12 } : {}),
  };
  if (kind === "polygon") {
    const color = name.startsWith("areas")
      ? ["step", ["length", ["get", "name"]], "#eff3ff", 7, "#bdd7e7", 10, "#6baed6", 13, "#3182bd"]
      : "#b8b8b0";
    layers.push({
      id: name,
      type: "fill",
      source: name,
      paint: { "fill-color": color, "fill-opacity": 0.7 },
    });
    layers.push({ id: `${name}-line`, type: "line", source: name, paint: { "line-color": "#666" } });
  } else if (kind === "line") {
    layers.push({ id: name, type: "line", source: name, paint: { "line-color": "#999" } });
  } else {
    layers.push({
      id: name,
      type: "circle",
      source: name,
      paint: { "circle-radius": 5, "circle-color": "#555" },
    });
  }
  if (name.startsWith("areas") || clustered) {
    layers.push({
      id: `${name}-label`,
      type: "symbol",
      source: name,
      layout: {
        "text-field": ["coalesce", ["get", "point_count_abbreviated"], ["get", "name"]],
        "text-size": 12,
      },
    });
  }
}
const map = new MapLibreMap({
  container: "map",
  style: { version: 8, sources, layers },
  center: [9.18, 48.78],
  zoom: 10.5,
  attributionControl: false,
});
map.once("idle", () => document.body.setAttribute("data-map-state", "idle"));
