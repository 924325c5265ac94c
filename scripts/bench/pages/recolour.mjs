import { Map as MapLibreMap, setWorkerUrl } from "./maplibre-gl.mjs";

setWorkerUrl(new URL("maplibre-gl-worker.mjs", location.href).href);
const layer = new URLSearchParams(location.search).get("layer");
const color = [
  "match",
  ["feature-state", "class"],
  0,
  "#eff3ff",
  1,
  "#bdd7e7",
  2,
  "#6baed6",
  3,
  "#3182bd",
  "#08519c",
];
const map = new MapLibreMap({
  container: "map",
  style: {
    version: 8,
    sources: {
      demo: {
        type: "vector",
        tiles: [`${location.origin}/tiles/{z}/{x}/{y}.pbf`],
        maxzoom: 14,
        promoteId: "id",
      },
    },
    layers: [
      layer === "areas"
        ? { id: layer, type: "fill", source: "demo", "source-layer": layer, paint: { "fill-color": color } }
        : {
            id: layer,
            type: "circle",
            source: "demo",
            "source-layer": layer,
            paint: { "circle-color": color, "circle-radius": 3 },
          },
    ],
  },
  center: [9.18, 48.78],
  zoom: 10.5,
  fadeDuration: 0,
  canvasContextAttributes: { preserveDrawingBuffer: true },
});
await map.once("idle");
const ids = [
  ...new Set(map.querySourceFeatures("demo", { sourceLayer: layer }).map(({ properties }) => properties.id)),
];
const gl = map.getCanvas().getContext("webgl2");
const pixel = new Uint8Array(4);
let round = 0;

/** Draws at once and waits for the picture: reading a pixel makes the graphics side finish. */
function draw() {
  map.redraw();
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
}

window.features = ids.length;
/** Milliseconds per frame over some frames, each with new colours for all features, or with none. */
window.frames = (count, recolours) => {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    if (recolours) {
      round++;
      for (const [k, id] of ids.entries()) {
        map.setFeatureState({ source: "demo", sourceLayer: layer, id }, { class: (k + round) % 5 });
      }
    }
    draw();
  }
  return (performance.now() - start) / count;
};
document.body.setAttribute("data-map-state", "idle");
