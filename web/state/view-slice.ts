import type { StateCreator } from "zustand/vanilla";
import type { AreaLevel } from "#domain/area/area.ts";
import type { ClassMethod } from "#domain/classification/class-method.ts";
import type { SequentialRamp } from "#domain/classification/palette.ts";
import type { City, IndicatorAnswer, Layer } from "#domain/contract/contract.ts";
import { type FacilityFamily, facilityFamilies } from "#domain/facility/facility-families.ts";
import { nearestPeriod } from "#domain/indicator/nearest-period.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { Camera } from "../map/map-scene.ts";
import { type FacilityFilter, familiesOfFilter, noFilter } from "./facility-filter.ts";
import { type LayerSettings, moved, toggled, withLayers, withOpacity } from "./layer-settings.ts";
import type { PageState } from "./page-state.ts";
import { untouchedReading } from "./reading-slice.ts";

export const allFamilies = Object.keys(facilityFamilies) as FacilityFamily[];

/** Families shown when the address names none: enough to see what the map is about, few enough to read it. */
const familiesAtFirst: readonly FacilityFamily[] = ["neighbourhood"];

/** What is shown on the map: facts a person chose, nothing that can be computed from them. */
export interface ViewSlice {
  level: AreaLevel;
  /** null shows no indicator; undefined: nobody has chosen yet. */
  indicator: string | null | undefined;
  period: string | null;
  /** null follows the indicator's own recommendation. */
  classMethod: ClassMethod | null;
  classes: number;
  ramp: SequentialRamp;
  keptClass: number | ValueState | null;
  /** The class under the pointer or focus of the legend; it passes and is in no address. */
  peekedClass: number | ValueState | null;
  showsValues: boolean;
  indicatorOpacity: number;
  /** Bottom to top. */
  layers: LayerSettings;
  /** True once the address or a person said which layers are shown. */
  hasChosenLayers: boolean;
  families: readonly FacilityFamily[];
  facilityFilter: FacilityFilter;
  camera: Camera | null;

  /** Fills what nobody has chosen and mends what this city does not have. */
  settle: (facts: { city: City; layers: readonly Layer[]; indicators: readonly IndicatorAnswer[] }) => void;
  switchLevel: (level: AreaLevel) => void;
  chooseIndicator: (indicator: IndicatorAnswer | null) => void;
  choosePeriod: (period: string) => void;
  chooseClassMethod: (method: ClassMethod | null) => void;
  chooseClasses: (classes: number) => void;
  chooseRamp: (ramp: SequentialRamp) => void;
  keepClass: (kept: number | ValueState | null) => void;
  peekAtClass: (peeked: number | ValueState | null) => void;
  toggleValues: () => void;
  fadeIndicator: (opacity: number) => void;
  toggleLayer: (layer: string) => void;
  /** Shows a layer the page is about to hear of. */
  addLayer: (layer: string) => void;
  fadeLayer: (layer: string, opacity: number) => void;
  moveLayer: (layer: string, direction: 1 | -1, siblings: readonly string[]) => void;
  toggleFamily: (family: FacilityFamily) => void;
  filterFacilities: (change: Partial<FacilityFilter>) => void;
  resetFacilityFilter: () => void;
  rememberCamera: (camera: Camera) => void;
  resetView: (facts: Facts) => void;
}

/** What this city offers to this person. */
export interface Facts {
  city: City;
  layers: readonly Layer[];
  indicators: readonly IndicatorAnswer[];
}

/** The view before anybody chose anything. */
export const untouchedView = {
  level: "district" as AreaLevel,
  indicator: undefined as string | null | undefined,
  period: null as string | null,
  classMethod: null as ClassMethod | null,
  classes: 5,
  ramp: "blue" as SequentialRamp,
  keptClass: null as number | ValueState | null,
  peekedClass: null as number | ValueState | null,
  showsValues: false,
  indicatorOpacity: 1,
  layers: [] as LayerSettings,
  hasChosenLayers: false,
  families: familiesAtFirst,
  facilityFilter: noFilter,
  camera: null as Camera | null,
};

export const createViewSlice: StateCreator<PageState, [], [], ViewSlice> = (set) => ({
  ...untouchedView,

  settle: (facts) => set((state) => settled(state, facts)),

  switchLevel: (level) => set({ level, keptClass: null, keptAreas: null }),
  chooseIndicator: (indicator) =>
    set((state) => ({
      indicator: indicator?.code ?? null,
      period: indicator ? nearestPeriod(indicator.periods, state.period) : null,
      classMethod: null,
      keptClass: null,
      keptAreas: null,
    })),
  choosePeriod: (period) => set({ period }),
  chooseClassMethod: (classMethod) => set({ classMethod, keptClass: null }),
  chooseClasses: (classes) => set({ classes, keptClass: null }),
  chooseRamp: (ramp) => set({ ramp }),
  keepClass: (keptClass) => set({ keptClass }),
  peekAtClass: (peekedClass) => set({ peekedClass }),
  toggleValues: () => set((state) => ({ showsValues: !state.showsValues })),
  fadeIndicator: (opacity) => set({ indicatorOpacity: Math.min(1, Math.max(0, opacity)) }),

  toggleLayer: (layer) => set((state) => ({ layers: toggled(state.layers, layer), hasChosenLayers: true })),
  addLayer: (layer) =>
    set((state) => ({
      layers: [
        ...state.layers.filter((setting) => setting.layer !== layer),
        { layer, isVisible: true, opacity: 1 },
      ],
      hasChosenLayers: true,
    })),
  fadeLayer: (layer, opacity) => set((state) => ({ layers: withOpacity(state.layers, layer, opacity) })),
  moveLayer: (layer, direction, siblings) =>
    set((state) => ({ layers: moved(state.layers, layer, { direction, siblings }) })),
  toggleFamily: (family) =>
    set((state) => ({
      families: state.families.includes(family)
        ? state.families.filter((shown) => shown !== family)
        : allFamilies.filter((other) => other === family || state.families.includes(other)),
    })),

  filterFacilities: (change) =>
    set((state) => {
      const facilityFilter = { ...state.facilityFilter, ...change };
      const families = familiesOfFilter(facilityFilter, { shown: state.families, all: allFamilies });
      return { facilityFilter, families };
    }),
  resetFacilityFilter: () => set({ facilityFilter: noFilter }),

  rememberCamera: (camera) => set({ camera }),
  resetView: (facts) => set({ ...untouchedView, ...untouchedReading, ...settled(untouchedView, facts) }),
});

/** Fills what nobody has chosen and mends what this city does not have. */
function settled(
  state: Pick<ViewSlice, "level" | "indicator" | "period" | "layers" | "hasChosenLayers" | "families">,
  { city, layers, indicators }: Facts,
) {
  const levels = city.levels.filter(({ level }) => level !== "city");
  const asked = levels.find(({ level }) => level === state.level);
  const level = (asked ?? levels.find(({ isDrawn }) => isDrawn) ?? levels[0])?.level ?? "city";
  const usual = city.defaultIndicator;
  const indicator = settledIndicator(state.indicator, { indicators, usual, level });
  return {
    level,
    indicator: indicator?.code ?? null,
    period: indicator ? nearestPeriod(indicator.periods, state.period) : null,
    layers: withLayers(state.layers, layers, { hidesNew: state.hasChosenLayers }),
    families: settledFamilies(state.families, layers),
  };
}

/** A choice nobody made shall not hide everything a city has: where nothing of it is there, all families show. */
function settledFamilies(
  families: readonly FacilityFamily[],
  layers: readonly Layer[],
): readonly FacilityFamily[] {
  const counts = layers.find(({ counts: found }) => found !== undefined)?.counts ?? {};
  const isUntouched = families === familiesAtFirst;
  return isUntouched && !families.some((family) => counts[family]) ? allFamilies : families;
}

/** The indicator asked for, else the city's own choice, else the first that can colour areas of this level. */
function settledIndicator(
  asked: string | null | undefined,
  {
    indicators,
    usual,
    level,
  }: { indicators: readonly IndicatorAnswer[]; usual: string | null; level: AreaLevel },
): IndicatorAnswer | undefined {
  if (asked === null) return undefined;
  const drawn = indicators.filter(({ kind, levels }) => kind !== "count" && levels.includes(level));
  return (
    indicators.find((indicator) => indicator.code === asked) ??
    indicators.find((indicator) => indicator.code === usual) ??
    drawn[0] ??
    indicators[0]
  );
}
