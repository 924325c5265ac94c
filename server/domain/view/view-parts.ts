import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { classMethods, maxClasses, minClasses } from "../classification/class-method.ts";
import { sequentialRamps } from "../classification/palette.ts";
import { facilityFamilies } from "../facility/facility-families.ts";
import { facilityTypeCodes } from "../facility/facility-types.ts";
import { targetGroups } from "../facility/target-groups.ts";
import { periodSchema, valueStateSchema } from "../indicator/observation.ts";
import { profileCodes } from "../network/profile.ts";
import {
  choiceQuestions,
  comparisonModes,
  indexShows,
  monitoringViews,
  planningViews,
  readings,
  tabs,
} from "./view-words.ts";

/** Version of the address of a view, its part `v`. */
export const addressVersion = 1;

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(table) as [K, ...K[]]);
const listOf = <T extends z.ZodType>(item: T) =>
  z.string().transform((text, context): z.infer<T>[] => {
    const items = text.split(",").filter((part) => part !== "");
    const known = items.flatMap((part) => {
      const read = item.safeParse(part);
      return read.success ? [read.data] : [];
    });
    if (items.length > 0 && known.length === 0) context.addIssue("nothing known in the list");
    return known;
  });
/** A class of a legend by its place: those of status and dynamics are more than those of one indicator. */
const mostKeptClasses = 48;
const name = z.string().regex(/^[\w.-]{1,120}$/);
const share = z.coerce.number().min(0).max(100);
const id = z.string().regex(/^[\w-]{1,60}$/);

/** What belongs to planning: `&scenario=…` wherever figures belong to one, the rest in the tab itself. */
export const planningViewParts = {
  tab: z.enum(tabs),
  /** Official number of a Stadtbezirk, in the tab of it. */
  district: z.string().regex(/^[\w.-]{1,40}$/),
  /** Area whose dossier is shown: level and number. */
  dossier: z.string().regex(/^(district|subdistrict):[\w.-]{1,40}$/),
  scenario: id,
  kind: z.string().regex(/^[A-Z0-9_]{1,40}$/),
  supply: z.string().regex(/^[A-Z,]{1,60}$/),
  profile: z.enum(profileCodes),
  /** Metres or minutes: "500m", "7.5min". */
  way: z.string().regex(/^\d{1,5}(\.\d{1,2})?(m|min)$/),
  view: z.enum(planningViews),
  site: id,
  sites: z.string().regex(/^[\w,-]{1,600}$/),
  /** One weight per criterion of the suitability, in the order of the criteria: "3,1,1,0,1,1". */
  weights: z.string().regex(/^\d(,\d)*$/),
  /** Two scenarios beside each other: "bestand,9b1f…,swipe". */
  compare: z.string().regex(new RegExp(`^[\\w-]{1,60},[\\w-]{1,60},(${comparisonModes.join("|")})$`)),
};

/** What belongs to the tab "Monitoring". */
export const monitoringViewParts = {
  monitor: z.enum(monitoringViews),
  index: z
    .string()
    .regex(/^[a-z0-9-]{1,80}~[\d.]{1,6}(~resource)?(,[a-z0-9-]{1,80}~[\d.]{1,6}(~resource)?){0,19}$/),
  rules: z.string().regex(/^\d{1,7}(~winsorized)?(~by-residents)?(~\d{1,2}y)?$/),
  /** Kept definition that is open, or that `index` and `rules` started from. */
  definition: id,
  shows: z.enum(indexShows),
  group: z.string().regex(/^[a-z0-9-]{1,80}$/),
  choose: z.enum(choiceQuestions),
  conditions: z
    .string()
    .regex(
      /^[a-z0-9-]{1,80}~(min|max)~-?\d{1,9}(\.\d{1,6})?(,[a-z0-9-]{1,80}~(min|max)~-?\d{1,9}(\.\d{1,6})?){0,9}$/,
    ),
  join: z.literal("any"),
  /** Number of the area others are compared with, and the indicators they are compared by. */
  alike: z.string().regex(/^[\w.-]{1,40}$/),
  by: z.string().regex(/^[a-z0-9-]{1,80}(,[a-z0-9-]{1,80}){0,19}$/),
};

/**
 * Everything that makes a view, part by part of its address, as the page reads it and as the server checks what
 * somebody saves. Nothing of the person is in here: language, Sicht and pages stay with whoever looks.
 */
export const viewParts = {
  level: areaLevelSchema,
  indicator: name,
  period: periodSchema,
  method: z.enum(classMethods),
  classes: z.coerce.number().int().min(minClasses).max(maxClasses),
  ramp: keysOf(sequentialRamps),
  kept: z.union([valueStateSchema, z.coerce.number().int().min(0).max(mostKeptClasses)]),
  values: z.literal("1"),
  reading: z.enum(readings),
  since: periodSchema,
  relative: z.literal("1"),
  with: name,
  fade: share,
  layers: listOf(z.string().regex(/^[\w.-]{1,120}(~\d{1,3})?$/)),
  families: listOf(keysOf(facilityFamilies)),
  kinds: listOf(z.enum(facilityTypeCodes)),
  ownership: listOf(z.string().regex(/^[A-Z_]{1,30}$/)),
  groups: listOf(keysOf(targetGroups)),
  capacity: z.coerce.number().min(0).max(100_000),
  text: z.string().trim().min(1).max(200),
  select: z.string().regex(/^(area|record):[\w-]+:.{1,80}$/),
  camera: z.string().regex(/^-?[\d.]+(\/-?[\d.]+){2,3}$/),
  table: name,
  ...planningViewParts,
  ...monitoringViewParts,
};
