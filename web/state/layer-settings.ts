import type { Layer } from "#domain/contract/contract.ts";

/** How one layer is shown. The list of settings runs from bottom to top. */
export interface LayerSetting {
  layer: string;
  isVisible: boolean;
  /** 0 to 1. */
  opacity: number;
}
export type LayerSettings = readonly LayerSetting[];

/** Layers shown when the address names none. Facilities come with their families. */
const shownAtFirst = new Set([
  "base",
  "areas-district",
  "renewal-priority-areas",
  "renewal-areas",
  "quarter-projects",
  "facilities",
]);

/** Bottom to top; unknown layers come above the areas. */
const usualOrder = [
  "base",
  "areas-city",
  "areas-statistical-quarter",
  "areas-subdistrict",
  "areas-district",
  "",
  "public-needs-sites",
  "renewal-areas",
  "renewal-priority-areas",
  "quarter-projects",
  "evidence",
  "facilities",
  "planned-sites",
  "candidate-sites",
];

/** Settings for every layer there is: those known keep their place, new ones are sorted in and hidden or not. */
export function withLayers(
  settings: LayerSettings,
  layers: readonly Layer[],
  { hidesNew }: { hidesNew: boolean },
): LayerSettings {
  const known = new Set(settings.map((setting) => setting.layer));
  const added = layers
    .filter(({ layer }) => !known.has(layer))
    .sort((a, b) => rank(a.layer) - rank(b.layer))
    .map(({ layer }) => ({
      layer,
      isVisible: layer === "base" || (!hidesNew && shownAtFirst.has(layer)),
      opacity: 1,
    }));
  return added.length === 0 ? settings : [...added.filter(isBase), ...settings, ...added.filter(isNotBase)];
}

const isBase = (setting: LayerSetting) => setting.layer === "base";
const isNotBase = (setting: LayerSetting) => !isBase(setting);

function rank(layer: string): number {
  const place = usualOrder.indexOf(layer);
  return place === -1 ? usualOrder.indexOf("") : place;
}

export function toggled(settings: LayerSettings, layer: string): LayerSettings {
  return changed(settings, layer, (setting) => ({ ...setting, isVisible: !setting.isVisible }));
}

export function withOpacity(settings: LayerSettings, layer: string, opacity: number): LayerSettings {
  const limited = Math.min(1, Math.max(0, opacity));
  return changed(settings, layer, (setting) => ({ ...setting, opacity: limited }));
}

function changed(
  settings: LayerSettings,
  layer: string,
  change: (setting: LayerSetting) => LayerSetting,
): LayerSettings {
  return settings.map((setting) => (setting.layer === layer ? change(setting) : setting));
}

/**
 * The layer one place further up (1) or down (-1) among its siblings. Layers only trade places within
 * their group: between themes the order is fixed by the style.
 */
export function moved(
  settings: LayerSettings,
  layer: string,
  { direction, siblings }: { direction: 1 | -1; siblings: readonly string[] },
): LayerSettings {
  const group = settings.filter((setting) => siblings.includes(setting.layer));
  const place = group.findIndex((setting) => setting.layer === layer);
  const self = group[place];
  const other = group[place + direction];
  if (!self || !other) return settings;
  return settings.map((setting) => (setting === self ? other : setting === other ? self : setting));
}
