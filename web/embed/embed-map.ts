import type { EmbedFacts } from "#domain/embed/embed-facts.ts";
import type { Language } from "#domain/text/text.ts";
import { createMapController } from "../map/map-controller.ts";
import type { MapScene, SceneSelection } from "../map/map-scene.ts";
import { lookAt, selectionKey } from "../state/selection.ts";

export interface EmbedMap {
  show: (facts: EmbedFacts) => void;
  select: (selection: string) => void;
  showExtent: (bounds: [number, number, number, number]) => void;
  /** What one of the buttons beside the map says. */
  move: (act: string) => void;
}

export interface EmbedMapOptions {
  facts: EmbedFacts;
  workerUrl: string;
  onChoose: (selection: string) => void;
  onSeveral: (choices: readonly { title: string; selection: string }[]) => void;
  onNothing: () => void;
  onProblem: (sentence: string) => void;
}

/** How far one press of a direction button moves the map, in pixels. */
const stepPixels = 100;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  up: [0, -stepPixels],
  down: [0, stepPixels],
  left: [-stepPixels, 0],
  right: [stepPixels, 0],
};

const gestures: Readonly<Record<Language, { wheel: string; wheelMac: string; touch: string }>> = {
  de: {
    wheel: "Mit gedrückter Strg-Taste scrollen, um die Karte zu vergrößern",
    wheelMac: "Mit gedrückter ⌘-Taste scrollen, um die Karte zu vergrößern",
    touch: "Die Karte mit zwei Fingern bewegen",
  },
  en: {
    wheel: "Hold Ctrl while scrolling to zoom the map",
    wheelMac: "Hold ⌘ while scrolling to zoom the map",
    touch: "Use two fingers to move the map",
  },
};

/** The same map as the dashboard's, of public tiles alone. @throws when the browser provides no WebGL 2 */
export function startEmbedMap(container: HTMLElement, options: EmbedMapOptions): EmbedMap {
  let facts = options.facts;
  let selection: SceneSelection | null = null;
  const controller = createMapController(container, {
    scene: sceneOf(facts, selection),
    camera: null,
    workerUrl: options.workerUrl,
    lockedExtent: facts.bounds,
    sharedGestures: gestures[facts.language],
    events: {
      onPick: (hits) => {
        const look = lookAt(hits);
        if (look.kind === "nothing") options.onNothing();
        else if (look.kind === "one") options.onChoose(selectionKey(look.selection));
        else
          options.onSeveral(
            look.hits.map((hit) => ({ title: hit.title, selection: selectionKey(hit.selection) })),
          );
      },
      onHover: () => {},
      onMove: () => {},
      onProblem: options.onProblem,
    },
  });
  controller.setName(facts.name);
  return {
    show: (next) => {
      facts = next;
      selection = null;
      controller.show(sceneOf(facts, selection));
      controller.setName(facts.name);
    },
    select: (key) => {
      selection = selectionOf(key, facts);
      controller.show(sceneOf(facts, selection));
    },
    showExtent: (bounds) => controller.moveTo({ bounds }, { padding: 8 }),
    move: (act) => {
      const way = directions[act];
      if (way) controller.panBy(...way);
      else if (act === "in") controller.zoomBy(1);
      else if (act === "out") controller.zoomBy(-1);
      else controller.moveTo({ bounds: facts.bounds }, { padding: 8 });
    },
  };
}

function selectionOf(key: string, { level }: EmbedFacts): SceneSelection {
  const [kind, type = "", ...rest] = key.split(":");
  const id = rest.join(":");
  return kind === "area" ? { kind: "area", level, number: id } : { kind: "record", type, id };
}

function sceneOf(facts: EmbedFacts, selection: SceneSelection | null): MapScene {
  const { city, language, level, layers, families, choropleth } = facts;
  return {
    city,
    theme: "light",
    isMeeting: false,
    language,
    level,
    layers: layers.map((layer) => ({ layer, opacity: 1, overlay: null })),
    choropleth: choropleth && {
      drawing: choropleth.drawing,
      scale: choropleth.scale,
      maximum: choropleth.maximum,
      values: new Map(choropleth.values.map(([number, value, state]) => [number, { value, state }])),
      keptClass: null,
      opacity: 1,
      showsValues: false,
      format: String,
    },
    families,
    filteredFacilities: null,
    selection,
    planning: null,
  };
}
