import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { AreaLevel } from "#domain/area/area.ts";
import { areaLayer } from "#domain/area/area.ts";
import type { SceneLayer } from "../../map-scene.ts";
import {
  from,
  growing,
  hasState,
  type Origin,
  regularFace,
  type StyleContext,
  type ThemeBuilder,
} from "../style-context.ts";
import { selectedLines } from "./selection.ts";

interface LevelLook {
  /** Width of the border at zooms 9, 12 and 15. */
  width: readonly [number, number, number];
  border: "districtBorder" | "subdistrictBorder" | "freeBorder";
  borderFrom: number;
  /** Areas that overlap the hierarchy freely are dashed. */
  dashed?: boolean;
  /** Names in capitals with 0.06 em spacing. */
  capitals?: boolean;
  nameFrom: number;
  nameUntil?: number;
  nameSize: number;
}

const looks: Readonly<Record<AreaLevel, LevelLook>> = {
  city: {
    width: [1.6, 2, 2.4],
    border: "districtBorder",
    borderFrom: 0,
    nameFrom: 0,
    nameUntil: 9,
    nameSize: 15,
  },
  district: {
    width: [1, 1.6, 2.2],
    border: "districtBorder",
    borderFrom: 0,
    capitals: true,
    nameFrom: 9,
    nameUntil: 12.5,
    nameSize: 12.5,
  },
  subdistrict: {
    width: [0.4, 0.8, 1.2],
    border: "subdistrictBorder",
    borderFrom: 0,
    nameFrom: 12,
    nameSize: 12.5,
  },
  "statistical-quarter": {
    width: [0.4, 0.4, 0.8],
    border: "subdistrictBorder",
    borderFrom: 13,
    nameFrom: 14.5,
    nameSize: 11.5,
  },
  block: { width: [0.3, 0.3, 0.6], border: "subdistrictBorder", borderFrom: 14, nameFrom: 16, nameSize: 11 },
  neighbourhood: {
    width: [0.8, 1.2, 1.6],
    border: "freeBorder",
    borderFrom: 0,
    dashed: true,
    nameFrom: 11,
    nameSize: 12,
  },
  "planning-area": {
    width: [0.8, 1.2, 1.6],
    border: "freeBorder",
    borderFrom: 0,
    dashed: true,
    nameFrom: 11,
    nameSize: 12,
  },
  "school-district": {
    width: [0.8, 1, 1.4],
    border: "freeBorder",
    borderFrom: 0,
    dashed: true,
    nameFrom: 12,
    nameSize: 12,
  },
};

const nearby = [...["center", [0, 0]], ...["top", [0, 0.9]], ...["bottom", [0, -0.9]]];
const around = [
  ...nearby,
  ...["top", [0, 1.8]],
  ...["bottom", [0, -1.8]],
  ...["left", [1.4, 0]],
  ...["right", [-1.4, 0]],
  ...["top-left", [0.6, 0.9]],
  ...["top-right", [-0.6, 0.9]],
  ...["bottom-left", [0.6, -0.9]],
  ...["bottom-right", [-0.6, -0.9]],
];

/**
 * A name steps aside for a symbol rather than disappearing, past the largest cluster if need be. Far out
 * that would carry it into the next area, so there it moves a line at most.
 */
const sidesteps = [
  "step",
  ["zoom"],
  ["literal", nearby],
  10,
  ["literal", around],
] as unknown as ExpressionSpecification;

export function levelOf(layer: string): AreaLevel {
  return layer.slice("areas-".length) as AreaLevel;
}

/** Borders, names, and for the level in use an invisible fill to point at, hover and selection lines. */
export const areaLayers: ThemeBuilder = (context, { layer, opacity }, origin) => {
  const { colours, scale, scene } = context;
  const name = layer.layer;
  const level = levelOf(name);
  const look = looks[level];
  const layers: LayerSpecification[] = [];
  if (level === scene.level) {
    layers.push(
      {
        id: `${name}/fill${origin.suffix}`,
        type: "fill",
        ...from(origin),
        paint: { "fill-color": colours.paper, "fill-opacity": 0 },
      },
      {
        id: `${name}/hover${origin.suffix}`,
        type: "line",
        ...from(origin),
        layout: { "line-join": "round" },
        paint: {
          "line-color": colours.label,
          "line-width": 2 * scale,
          "line-opacity": ["case", hasState("hovered"), 0.7, 0],
        },
      },
    );
  }
  const isSelectedLevel = scene.selection?.kind === "area" && scene.selection.level === level;
  if (level === scene.level || isSelectedLevel) layers.push(...selectedLines(context, name, origin));
  if (opacity === 0) return layers;
  layers.push({
    id: `${name}/border${origin.suffix}`,
    type: "line",
    ...from(origin.lines),
    minzoom: look.borderFrom,
    layout: { "line-join": "round" },
    paint: {
      "line-color": colours[look.border],
      "line-width": growing(scale, [9, look.width[0]], [12, look.width[1]], [15, look.width[2]]),
      "line-opacity": opacity,
      ...(look.dashed ? { "line-dasharray": [4, 2] } : {}),
    },
  });
  layers.push(nameLayer(context, level, opacity, origin));
  return layers;
};

function nameLayer(
  context: StyleContext,
  level: AreaLevel,
  opacity: number,
  origin: Origin,
): LayerSpecification {
  const { colours, scale, scene } = context;
  const look = looks[level];
  const values = scene.choropleth?.showsValues && level === scene.level ? valueText(context) : null;
  const name = nameText(look);
  // Names give way to those of the finer level, unless values are asked for or nothing finer is drawn.
  const until = values || !finerLevelIsNamed(scene.layers, level) ? undefined : look.nameUntil;
  return {
    id: `${areaLayer(level)}/name${origin.suffix}`,
    type: "symbol",
    ...from(origin.points),
    minzoom: values ? Math.min(look.nameFrom, 10) : firstNameZoom(context, level, look),
    ...(until === undefined ? {} : { maxzoom: until }),
    layout: {
      "text-field": values ? ["format", name, {}, "\n", {}, values, { "font-scale": 1.05 }] : name,
      "text-font": regularFace,
      "text-size": growing(scale, [9, look.nameSize - 1.5], [12, look.nameSize], [16, look.nameSize + 3]),
      "text-letter-spacing": look.capitals ? 0.06 : 0.01,
      "text-max-width": 8,
      "text-line-height": 1.15,
      "text-padding": 1,
      "text-variable-anchor-offset": sidesteps,
    },
    paint: {
      "text-color": look.capitals ? colours.label : colours.subdistrictLabel,
      "text-halo-color": colours.halo,
      "text-halo-width": 1.5 * scale,
      "text-opacity": Math.max(opacity, 0.5),
    },
  };
}

function nameText(look: LevelLook): ExpressionSpecification {
  const name: ExpressionSpecification = ["coalesce", ["get", "name"], ["get", "number"], ""];
  return look.capitals ? ["upcase", name] : name;
}

/** A city without districts shows the names of its largest areas from the start. */
function firstNameZoom({ scene }: StyleContext, level: AreaLevel, look: LevelLook): number {
  const hasCoarser = scene.layers.some(({ layer }) => layer.layer === areaLayer("district"));
  return level === "subdistrict" && !hasCoarser ? 10 : look.nameFrom;
}

function finerLevelIsNamed(layers: readonly SceneLayer[], level: AreaLevel): boolean {
  if (level === "city") return true;
  return layers.some(({ layer, opacity }) => layer.layer === areaLayer("subdistrict") && opacity > 0);
}

/** Text of every area's value by number: layout cannot read feature state. */
function valueText({ scene }: StyleContext): ExpressionSpecification | null {
  const { choropleth } = scene;
  if (!choropleth) return null;
  const pairs = [...choropleth.values].flatMap(([number, { value, isConfidential }]) =>
    value === null ? [] : [number, choropleth.format(value, isConfidential)],
  );
  if (pairs.length === 0) return null;
  return ["match", ["get", "number"], ...pairs, ""] as unknown as ExpressionSpecification;
}
