import type { LngLatBoundsLike, StyleSpecification } from "maplibre-gl";
import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl, type VectorTileSource } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { areaLayer } from "#domain/area/area.ts";
import { bindKeyboard } from "./interactions/keyboard.ts";
import { reach, thingsInView } from "./interactions/picking.ts";
import { bindPointer } from "./interactions/pointer.ts";
import { lockExtent } from "./lock-extent.ts";
import { mapLocale } from "./map-locale.ts";
import type { Camera, MapEvents, MapHit, MapScene } from "./map-scene.ts";
import { allowPmtiles } from "./pmtiles-protocol.ts";
import { dragDisplay } from "./sketch/drag-display.ts";
import type { DragDisplay, MapSketchMode, Place, SketchCallbacks, SketchSession } from "./sketch/sketch.ts";
import { sketchOnDemand } from "./sketch/sketch-on-demand.ts";
import { overBaseStyle } from "./style/base-style.ts";
import { buildStyle } from "./style/build-style.ts";
import { type FeatureStates, featureStateChanges, featureStates } from "./style/feature-states.ts";
import { originsOf } from "./style/sources.ts";
import { type StyleChange, styleChanges } from "./style/style-changes.ts";
import { drawImage } from "./symbols/draw-image.ts";

export interface MapControllerOptions {
  scene: MapScene;
  /** null shows the whole city. */
  camera: Camera | null;
  events: MapEvents;
  /** Address of MapLibre's worker: the policy of the page allows none made from text. */
  workerUrl: string;
  /** Device pixels per CSS pixel; the screen's own when absent. */
  pixelRatio?: number;
  /** False for pictures: no pointer, no keyboard. */
  isInteractive?: boolean;
  /** West, south, east, north: the map never shows anything outside. */
  lockedExtent?: readonly [number, number, number, number];
  /**
   * Inside a page that scrolls: the wheel moves the map only with Ctrl, a touch only with two fingers. The
   * sentences say so.
   */
  sharedGestures?: { wheel: string; wheelMac: string; touch: string };
}

export type MapTarget =
  | { bounds: [west: number, south: number, east: number, north: number] }
  | { center: [number, number]; zoom?: number; bearing?: number };

export interface MoveOptions {
  /** Free pixels on each side, for panels that lie over the map. */
  padding?: number | { top: number; right: number; bottom: number; left: number };
  animate?: boolean;
}

export interface MapHandle {
  show: (scene: MapScene) => void;
  camera: () => Camera;
  /** Goes there at once. */
  setCamera: (camera: Camera) => void;
  /** Hears of every change of the camera, frame by frame; returns the undoing. */
  followCamera: (listener: (camera: Camera) => void) => () => void;
  /** West, south, east, north of what is in view. */
  bounds: () => [number, number, number, number];
  moveTo: (target: MapTarget, options?: MoveOptions) => void;
  zoomBy: (steps: number) => void;
  panBy: (dx: number, dy: number) => void;
  resize: () => void;
  /** Accessible name of the map, such as its title sentence. */
  setName: (name: string) => void;
  /** Ground metres per CSS pixel at the centre, for a scale bar. */
  metersPerPixel: () => number;
  /** The map as it stands, in device pixels, once everything has been drawn. */
  picture: () => Promise<HTMLCanvasElement>;
  visibleHits: () => MapHit[];
  /**
   * Begins a sketch, in place of the one before; callbacks null ends sketching and dragging. `ring` is the plot
   * to correct in "edit-plot", closed, or corners to go on with in "plot".
   */
  sketch: (mode: MapSketchMode, callbacks: SketchCallbacks | null, ring?: readonly Place[]) => SketchSession;
  /** Moves a site and its catchment at once, without a scene; holds until the next scene. */
  showDrag: (display: DragDisplay) => void;
  destroy: () => void;
}

const moveMilliseconds = 250;
const cityPadding = 24;
const equatorMetersPerPixel = 40_075_016.686 / 512;

/**
 * The only place that changes the map. It is given whole scenes and carries out the difference to the one
 * before; it decides nothing. The camera belongs to the map and is told on `moveend`.
 * @throws when the browser provides no WebGL 2
 */
export function createMapController(container: HTMLElement, options: MapControllerOptions): MapHandle {
  const { events } = options;
  const isInteractive = options.isInteractive ?? true;
  let scene = options.scene;
  let shownStyle = buildStyle(scene);
  let shownStates: FeatureStates = new Map();
  let baseStyle: StyleSpecification | null = null;
  let isReady = false;
  let hovered: MapHit | null = null;

  setWorkerUrl(options.workerUrl);
  if (scene.city.baseMap.kind === "pmtiles") allowPmtiles();
  const map = new MapLibreMap({
    container,
    style: shownStyle,
    ...startOf(options),
    ...(options.pixelRatio === undefined ? {} : { pixelRatio: options.pixelRatio }),
    interactive: isInteractive,
    attributionControl: false,
    validateStyle: false,
    maxPitch: 0,
    minZoom: 7,
    maxZoom: 19,
    renderWorldCopies: false,
    // The version is in the address: a tile that ran out would only be fetched again unchanged.
    refreshExpiredTiles: false,
    fadeDuration: isInteractive ? 120 : 0,
    ...(options.sharedGestures ? { cooperativeGestures: true } : {}),
    locale: {
      "Map.Title": mapLocale[scene.language].map,
      ...(options.sharedGestures && {
        "CooperativeGesturesHandler.WindowsHelpText": options.sharedGestures.wheel,
        "CooperativeGesturesHandler.MacHelpText": options.sharedGestures.wheelMac,
        "CooperativeGesturesHandler.MobileHelpText": options.sharedGestures.touch,
      }),
    },
    localIdeographFontFamily: false,
    // Tile addresses are relative to the page, and the worker that fetches them is not on the page.
    transformRequest: (url) => ({
      url: url.startsWith("pmtiles:") ? url : new URL(url, document.baseURI).href,
    }),
  });
  map.setMissingStyleImageResolver(async (id) => {
    const image = drawImage(id, map.getPixelRatio());
    if (image && !map.hasImage(id)) map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
  });
  map.touchZoomRotate.disableRotation();
  if (options.lockedExtent) lockExtent(map, options.lockedExtent);
  const drag = dragDisplay(map, () => scene);
  const sketch = sketchOnDemand({ map, container, scene: () => scene, drag });

  const carryOut = () => {
    const built = buildStyle(scene);
    const next = baseStyle ? overBaseStyle(built, baseStyle) : built;
    const changes = styleChanges(shownStyle, next);
    if (changes) for (const change of changes) applyChange(map, change);
    else map.setStyle(next, { diff: true, validate: false });
    shownStyle = next;
    const rebuilt = changes ? undefined : { sources: new Set(Object.keys(next.sources)) };
    drag.sceneDrawn();
    sketch.sceneDrawn();
    const states = featureStates(scene);
    for (const { source, sourceLayer, id, state } of featureStateChanges(shownStates, states, rebuilt)) {
      map.setFeatureState(sourceLayer === undefined ? { source, id } : { source, sourceLayer, id }, state);
    }
    shownStates = states;
  };

  const showHovered = (hit: MapHit | null) => {
    for (const place of hovered ? placesOf(hovered, scene) : []) {
      if (map.getSource(place.source)) map.setFeatureState(place, { hovered: false });
    }
    hovered = hit;
    for (const place of hit ? placesOf(hit, scene) : []) {
      if (map.getSource(place.source)) map.setFeatureState(place, { hovered: true });
    }
  };

  map.once("style.load", () => {
    isReady = true;
    carryOut();
    void loadBaseStyle();
  });
  map.on("moveend", () => events.onMove(cameraOf(map)));
  // Whoever waits for the picture (tests, a printing browser) sees on the element when all of it is there.
  map.on("render", () => mark(container, "busy"));
  map.on("idle", () => mark(container, "idle"));
  map.on("webglcontextlost", () => events.onProblem(mapLocale[scene.language].lostGraphics));
  // A tile that could not be fetched leaves a gap and is asked for again; it is no problem of the page.
  map.on("error", ({ error }) => console.warn(error.message));

  async function loadBaseStyle(): Promise<void> {
    const { baseMap } = scene.city;
    if (baseMap.kind !== "style") return;
    try {
      const answer = await fetch(new URL(baseMap.address, document.baseURI));
      if (!answer.ok) throw new Error(`${answer.status}`);
      baseStyle = (await answer.json()) as StyleSpecification;
      carryOut();
    } catch {
      events.onProblem(mapLocale[scene.language].noBaseStyle);
    }
  }

  const pointer = isInteractive ? bindPointer(map, () => scene, events, showHovered, sketch.isDrawing) : null;
  const unbindKeyboard = isInteractive
    ? bindKeyboard(map.getCanvas(), keyboardParts(container), {
        pickAtCentre: () => {
          const { x, y } = map.project(map.getCenter());
          pointer?.pickAt({ x, y }, reach.keyboard);
        },
      })
    : null;

  return {
    show: (next) => {
      if (next === scene) return;
      scene = next;
      if (isReady) carryOut();
    },
    camera: () => cameraOf(map),
    setCamera: (camera) => {
      map.jumpTo(camera);
    },
    followCamera: (listener) => {
      const tell = () => listener(cameraOf(map));
      map.on("move", tell);
      return () => {
        map.off("move", tell);
      };
    },
    bounds: () => map.getBounds().toArray().flat() as [number, number, number, number],
    moveTo: (target, { padding, animate = true } = {}) => {
      const duration = animate ? moveMilliseconds : 0;
      if ("bounds" in target) {
        map.fitBounds(target.bounds, {
          padding: padding ?? cityPadding,
          linear: true,
          maxZoom: 16,
          duration,
        });
      } else {
        map.easeTo({
          center: target.center,
          duration,
          ...(target.zoom === undefined ? {} : { zoom: target.zoom }),
          ...(target.bearing === undefined ? {} : { bearing: target.bearing }),
          ...(padding === undefined ? {} : { padding: sides(padding) }),
        });
      }
    },
    zoomBy: (steps) => {
      map.easeTo({ zoom: map.getZoom() + steps, duration: moveMilliseconds });
    },
    panBy: (dx, dy) => {
      map.panBy([dx, dy], { duration: moveMilliseconds });
    },
    resize: () => {
      map.resize();
    },
    setName: (name) => map.getCanvas().setAttribute("aria-label", name),
    metersPerPixel: () => metersPerPixel(map),
    picture: async () => {
      if (!isReady || !map.loaded() || map.isMoving()) await new Promise((done) => map.once("idle", done));
      // Read in the same task as the drawing: afterwards the browser may empty the canvas.
      map.redraw();
      const drawn = map.getCanvas();
      const copy = document.createElement("canvas");
      copy.width = drawn.width;
      copy.height = drawn.height;
      copy.getContext("2d")?.drawImage(drawn, 0, 0);
      return copy;
    },
    visibleHits: () => (isReady ? thingsInView(map, scene) : []),
    sketch: sketch.begin,
    showDrag: drag.show,
    destroy: () => {
      sketch.end();
      pointer?.destroy();
      unbindKeyboard?.();
      map.remove();
    },
  };
}

function startOf({ scene, camera }: MapControllerOptions) {
  if (camera) return { center: camera.center, zoom: camera.zoom, bearing: camera.bearing };
  return {
    bounds: scene.city.bounds as LngLatBoundsLike,
    fitBoundsOptions: { padding: cityPadding },
  };
}

function mark(container: HTMLElement, state: "busy" | "idle"): void {
  if (container.dataset.mapState !== state) container.dataset.mapState = state;
}

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing() };
}

function metersPerPixel(map: MapLibreMap): number {
  return (equatorMetersPerPixel * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** map.getZoom();
}

function sides(padding: NonNullable<MoveOptions["padding"]>) {
  return typeof padding === "number"
    ? { top: padding, right: padding, bottom: padding, left: padding }
    : padding;
}

function applyChange(map: MapLibreMap, change: StyleChange): void {
  const unchecked = { validate: false };
  switch (change.kind) {
    case "paint":
      map.setPaintProperty(change.layer, change.property as never, change.value as never, unchecked);
      break;
    case "layout":
      map.setLayoutProperty(change.layer, change.property as never, change.value as never, unchecked);
      break;
    case "filter":
      map.setFilter(change.layer, change.filter as never, unchecked);
      break;
    case "zoom":
      map.setLayerZoomRange(change.layer, change.minzoom, change.maxzoom);
      break;
    case "data":
      void map.getSource<GeoJSONSource>(change.source)?.setData(change.data);
      break;
    case "tiles":
      map.getSource<VectorTileSource>(change.source)?.setTiles(change.tiles);
      break;
  }
}

/** Every place a thing may be drawn from, as feature state addresses them. */
function placesOf({ selection }: MapHit, scene: MapScene) {
  if (selection.kind === "sketch") return [];
  if (selection.kind === "area") {
    const source = areaLayer(selection.level);
    return [{ source, sourceLayer: source, id: selection.number }];
  }
  const layer = scene.layers.find(({ layer }) => layer.layer === selection.type);
  return (layer ? originsOf(layer, scene) : []).flatMap(({ source, sourceLayer, points }) =>
    [{ source, sourceLayer }, points].map((place) => ({ ...place, id: selection.id })),
  );
}

function keyboardParts(container: HTMLElement): { crosshair: HTMLElement; end: HTMLElement } {
  const crosshair = document.createElement("div");
  crosshair.className = "map-crosshair";
  crosshair.hidden = true;
  crosshair.setAttribute("aria-hidden", "true");
  const end = document.createElement("span");
  end.tabIndex = -1;
  end.className = "map-end";
  container.append(crosshair, end);
  return { crosshair, end };
}
