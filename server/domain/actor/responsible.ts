import type { StoredRecord } from "../record/record.ts";
import type { RecordType } from "../record/record-type.ts";
import { type Actor, type ActorRole, type ActorTheme, actorThemes } from "./actor.ts";

/** Roles in which an actor answers for an area or a theme. */
const answering: readonly ActorRole[] = ["AREA_LEAD", "THEME_LEAD", "NAVIGATOR"];

type Parts = Pick<Actor, "name" | "areas" | "roles" | "themes">;

/** Smallest area first, up to the city; and a theme, or null where every theme counts. */
export interface Responsibility {
  areaKeys: readonly string[];
  theme: ActorTheme | null;
}

/**
 * Actors for an area and a theme, the nearest first: by the smallest area named, then those of the theme before
 * those of all themes, then by name.
 */
export function actorsFor<T>(
  actors: readonly T[],
  partsOf: (actor: T) => Parts,
  { areaKeys, theme }: Responsibility,
): T[] {
  const distance = ({ areas }: Parts) => areaKeys.findIndex((key) => areas.includes(key));
  const isGeneral = ({ themes }: Parts) => Number(theme !== null && themes.length === 0);
  return actors
    .map((actor) => ({ actor, parts: partsOf(actor) }))
    .filter(
      ({ parts }) =>
        distance(parts) >= 0 && (theme === null || parts.themes.length === 0 || parts.themes.includes(theme)),
    )
    .sort(
      (a, b) =>
        distance(a.parts) - distance(b.parts) ||
        isGeneral(a.parts) - isGeneral(b.parts) ||
        a.parts.name.localeCompare(b.parts.name, "de"),
    )
    .map(({ actor }) => actor);
}

/** Those of them who answer for it, in the same order. */
export function responsibleFor<T>(
  actors: readonly T[],
  partsOf: (actor: T) => Parts,
  wanted: Responsibility,
): T[] {
  const isAnswering = (one: T) => partsOf(one).roles.some((role) => answering.includes(role));
  return actorsFor(actors, partsOf, wanted).filter(isAnswering);
}

const themesOfTypes: Readonly<Record<string, ActorTheme>> = {
  "renewal-priority-areas": "renewal",
  "renewal-areas": "renewal",
  "quarter-projects": "quarter",
  "public-needs-sites": "land",
};

/** Theme a record belongs to: that of its type, or the family of what it is or shall be; null for none. */
export function themeOfRecord(type: RecordType, record: StoredRecord): ActorTheme | null {
  const theme = themesOfTypes[type.type] ?? type.derived?.(record).family;
  return typeof theme === "string" && Object.hasOwn(actorThemes, theme) ? (theme as ActorTheme) : null;
}
