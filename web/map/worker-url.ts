/** MapLibre's worker as a file of our own: the policy of the page forbids workers made from text. */
export { default as workerUrl } from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
