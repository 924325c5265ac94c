import { z } from "zod";
import { signInRefusals } from "#domain/access/sign-in-refusal.ts";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { areaLevelSchema } from "#domain/area/area.ts";
import type { SequentialRamp } from "#domain/classification/palette.ts";
import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import type { TargetGroup } from "#domain/facility/target-groups.ts";
import { addressVersion, viewParts } from "#domain/view/view-parts.ts";
import type { Camera, SceneSelection } from "../map/map-scene.ts";
import { type FacilityFilter, noFilter } from "./facility-filter.ts";
import { desks } from "./frame-slice.ts";
import { monitoringAddress, monitoringOf } from "./monitoring-address.ts";
import type { PageState } from "./page-state.ts";
import { importParts, planningAddress, planningOf } from "./planning-address.ts";
import { untouchedReading } from "./reading-slice.ts";
import { nothing, selectedOf, selectionKey } from "./selection.ts";
import { untouchedView } from "./view-slice.ts";

/**
 * The address of a view: everything that makes it, so that a link can go into a council paper. Each part
 * is read on its own; one that is damaged or from a city without it is left out, never an error.
 *
 *   ?v=1&level=district&indicator=sealed-area&period=2024&layers=renewal-areas~60,facilities
 *   &camera=11.2/48.776/9.18&select=area:district:06&lang=de
 */
const parts = {
  ...viewParts,
  ...importParts,
  lang: z.enum(["de", "en"]),
  sight: visibilitySchema,
  page: z.enum(desks),
  // The quarter itself stays in the window: in another one the word opens the map.
  quarter: z.literal("1"),
  // Said once and not written again: the next attempt is another one.
  refused: z.enum(signInRefusals),
};
type Part = keyof typeof parts;

/** Query text of a view, with "?" in front. */
export function addressOf(state: PageState): string {
  return queryOf(writtenParts(state));
}

/** Query text of what the map shows, without what is the person's: language, Sicht, page and import stay out. */
export function viewAddressOf(state: PageState): string {
  const kept: Readonly<Record<string, z.ZodType | undefined>> = viewParts;
  // A site that was only drawn is selected by a word no other page can read.
  return queryOf(writtenParts(state).filter(([part, value]) => kept[part]?.safeParse(value).success));
}

function queryOf(pairs: readonly [string, string][]): string {
  return `?v=${addressVersion}${pairs.map(([key, value]) => `&${key}=${readable(value)}`).join("")}`;
}

function writtenParts(state: PageState): [string, string][] {
  const shown = state.layers.filter((setting) => setting.isVisible && setting.layer !== "base");
  const { facilityFilter: filter, camera } = state;
  const written: Partial<Record<Part, string | undefined>> = {
    level: state.level,
    indicator: state.indicator === undefined ? undefined : (state.indicator ?? "none"),
    period: state.period ?? undefined,
    method: state.classMethod ?? undefined,
    classes: state.classes === untouchedView.classes ? undefined : String(state.classes),
    ramp: state.ramp === untouchedView.ramp ? undefined : state.ramp,
    kept: state.keptClass === null ? undefined : String(state.keptClass),
    values: state.showsValues ? "1" : undefined,
    ...readingAddress(state),
    fade: state.indicatorOpacity === 1 ? undefined : String(Math.round(state.indicatorOpacity * 100)),
    layers: state.layers.length === 0 ? undefined : shown.map(layerWord).join(","),
    families: state.families.join(","),
    kinds: filter.types.join(",") || undefined,
    ownership: filter.ownership.join(",") || undefined,
    groups: filter.targetGroups.join(",") || undefined,
    capacity: filter.minCapacity === null ? undefined : String(filter.minCapacity),
    text: filter.text.trim() || undefined,
    select: selectionKey(selectedOf(state.look)) || undefined,
    camera: camera ? cameraWord(camera) : undefined,
    table: state.isTableOpen ? state.tableOf : undefined,
    page: state.desk ?? undefined,
    quarter: state.isQuarterProfiled && state.drawnArea?.kind === "drawn" ? "1" : undefined,
    lang: state.language,
    sight: state.sight ?? undefined,
    ...planningAddress(state),
    ...monitoringAddress(state),
  };
  return Object.entries(written).filter((pair): pair is [string, string] => pair[1] !== undefined);
}

/** Only what the reading in use needs: a change knows no second indicator. */
function readingAddress({ reading, since, isRelative, pairedWith }: PageState) {
  if (reading === "change")
    return { reading, since: since ?? undefined, relative: isRelative ? "1" : undefined };
  return reading === "pair" ? { reading, with: pairedWith ?? undefined } : {};
}

/** Encoded for a query, leaving signs alone that are allowed there and make the address readable. */
function readable(value: string): string {
  return encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");
}

function layerWord({ layer, opacity }: { layer: string; opacity: number }): string {
  const percent = Math.round(opacity * 100);
  return percent === 100 ? layer : `${layer}~${percent}`;
}

function cameraWord({ center: [longitude, latitude], zoom, bearing }: Camera): string {
  // Fine enough that the far corner of a large screen lies where it lay, to the pixel, at the closest zoom.
  const place = [round(zoom, 4), round(latitude, 7), round(longitude, 7)];
  return (bearing === 0 ? place : [...place, round(bearing, 1)]).join("/");
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** What an address says about the view; parts it does not name go back to how they are before any choice. */
export function viewOf(query: string): Partial<PageState> {
  const given = new URLSearchParams(query);
  const read = <P extends Part>(part: P): z.infer<(typeof parts)[P]> | undefined => {
    const text = given.get(part);
    if (text === null) return undefined;
    const result = parts[part].safeParse(text);
    return result.success ? (result.data as z.infer<(typeof parts)[P]>) : undefined;
  };
  const indicator = read("indicator");
  const layers = read("layers");
  const selection = selectionOf(read("select"));
  const table = read("table");
  const language = read("lang");
  return {
    level: read("level") ?? untouchedView.level,
    indicator: indicator === "none" ? null : indicator,
    period: read("period") ?? null,
    classMethod: read("method") ?? null,
    classes: read("classes") ?? untouchedView.classes,
    ramp: (read("ramp") as SequentialRamp | undefined) ?? untouchedView.ramp,
    keptClass: read("kept") ?? null,
    showsValues: read("values") === "1",
    reading: read("reading") ?? untouchedReading.reading,
    since: read("since") ?? null,
    isRelative: read("relative") === "1",
    pairedWith: read("with") ?? null,
    keptAreas: null,
    indicatorOpacity: (read("fade") ?? 100) / 100,
    layers: layers?.map(layerOf) ?? [],
    hasChosenLayers: layers !== undefined,
    families: (read("families") as FacilityFamily[] | undefined) ?? untouchedView.families,
    facilityFilter: filterOf(read),
    camera: cameraOf(read("camera")),
    look: selection ? { kind: "one", selection, alsoHere: [] } : nothing,
    isTableOpen: table !== undefined,
    ...(table ? { tableOf: table } : {}),
    ...(language ? { language } : {}),
    sight: read("sight") ?? null,
    desk: read("page") ?? null,
    isQuarterProfiled: read("quarter") === "1",
    signInRefusal: read("refused") ?? null,
    ...monitoringOf({
      monitor: read("monitor"),
      definition: read("definition"),
      index: read("index"),
      rules: read("rules"),
      shows: read("shows"),
      group: read("group"),
      choose: read("choose"),
      conditions: read("conditions"),
      join: read("join"),
      alike: read("alike"),
      by: read("by"),
    }),
    ...planningOf({
      tab: read("tab"),
      job: read("job"),
      district: read("district"),
      dossier: read("dossier"),
      scenario: read("scenario"),
      kind: read("kind"),
      supply: read("supply"),
      profile: read("profile"),
      way: read("way"),
      view: read("view"),
      site: read("site"),
      sites: read("sites"),
      weights: read("weights"),
      compare: read("compare"),
    }),
    // Who comes without a link begins where that person's work begins.
    ...(given.has("v") || given.has("tab") ? {} : { tab: null }),
  };
}

function layerOf(word: string) {
  const [layer = "", percent] = word.split("~");
  return {
    layer,
    isVisible: true,
    opacity: percent === undefined ? 1 : Math.min(100, Number(percent)) / 100,
  };
}

function filterOf(read: <P extends Part>(part: P) => z.infer<(typeof parts)[P]> | undefined): FacilityFilter {
  return {
    types: read("kinds") ?? noFilter.types,
    ownership: read("ownership") ?? noFilter.ownership,
    targetGroups: (read("groups") as TargetGroup[] | undefined) ?? noFilter.targetGroups,
    minCapacity: read("capacity") ?? null,
    text: read("text") ?? "",
  };
}

function selectionOf(word: string | undefined): SceneSelection | null {
  if (!word) return null;
  const [kind, first = "", ...rest] = word.split(":");
  const second = rest.join(":");
  if (kind === "record") return { kind: "record", type: first, id: second };
  const level = areaLevelSchema.safeParse(first);
  return level.success ? { kind: "area", level: level.data, number: second } : null;
}

function cameraOf(word: string | undefined): Camera | null {
  if (!word) return null;
  const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN, bearing = 0] = word
    .split("/")
    .map(Number);
  const isPossible =
    zoom >= 0 &&
    zoom <= 24 &&
    Math.abs(latitude) <= 85 &&
    Math.abs(longitude) <= 180 &&
    Number.isFinite(bearing);
  return isPossible ? { center: [longitude, latitude], zoom, bearing } : null;
}
