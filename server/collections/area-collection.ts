import type { Audience } from "#domain/access/audience.ts";
import { type AreaLevel, areaLayer } from "#domain/area/area.ts";
import type { valueStates } from "#domain/indicator/observation.ts";
import { levelNaming } from "../city.ts";
import type { Services } from "../services.ts";
import type { Attribute, Collection, CollectionSummary, Column, FlatFeature } from "./collection.ts";
import { keptItems } from "./kept-collection.ts";

/** What every area says of itself, figures aside. */
export const areaColumns: readonly Column[] = [
  { name: "number", title: { de: "Nummer", en: "Number" }, kind: "text", isFilter: true },
  { name: "name", title: { de: "Name", en: "Name" }, kind: "text", isFilter: true },
  { name: "parentNumber", title: { de: "Gehört zu", en: "Part of" }, kind: "text", isFilter: true },
  { name: "areaHa", title: { de: "Fläche", en: "Area" }, kind: "number", unit: "ha" },
  { name: "boundaryVersion", title: { de: "Gebietsstand", en: "Boundary version" }, kind: "text" },
];

const stateNames: Readonly<Record<(typeof valueStates)[number], { de: string; en: string }>> = {
  VALUE: { de: "Wert", en: "value" },
  UNKNOWN: { de: "keine Daten", en: "no data" },
  SUPPRESSED: { de: "Geheimhaltung", en: "suppressed" },
  NOT_APPLICABLE: { de: "entfällt", en: "not applicable" },
  TOO_FEW_RESIDENTS: { de: "zu wenige Einwohner", en: "too few residents" },
};

/** Columns an indicator adds: its newest value, null where there is none, and the state that says why. */
interface Figures {
  columns: Column[];
  of: (areaNumber: string) => Record<string, Attribute>;
}

/** The areas in force of a level; undefined where there are none. */
export function areaSummary(services: Services, level: AreaLevel): CollectionSummary | undefined {
  const areas = services.areas();
  if (areas.count(level) === 0) return undefined;
  const { plural } = levelNaming(services.city())(level);
  return {
    id: areaLayer(level),
    title: plural,
    description: `${plural.de} mit den neuesten Kennzahlen`,
    geometry: areas.isDrawn(level) ? "Polygon" : "None",
    attribution: (services.city()?.attribution ?? []).join(", "),
  };
}

/** The same with its features and the newest figures this audience reads of each. */
export async function areaCollection(
  services: Services,
  level: AreaLevel,
  audience: Audience,
): Promise<Collection | undefined> {
  const summary = areaSummary(services, level);
  if (!summary) return undefined;
  const figures = await newestFigures(services, level, audience);
  const areas = services.areas();
  const features = () =>
    areas.list(level, { withGeometry: true }).map(
      ({ number, name, parentNumber, areaHa, boundaryVersion, bounds, geometry }): FlatFeature => ({
        type: "Feature",
        id: number,
        geometry: bounds ? (geometry as FlatFeature["geometry"]) : null,
        properties: {
          number,
          name,
          parentNumber,
          areaHa,
          boundaryVersion,
          ...Object.assign({}, ...figures.map(({ of }) => of(number))),
        },
      }),
    );
  return {
    ...summary,
    columns: [...areaColumns, ...figures.flatMap(({ columns }) => columns)],
    ...keptItems(features),
  };
}

/** Copies in other programs have no room for the mark "vertraulich": they get what everybody may read. */
async function newestFigures(
  { indicators }: Services,
  level: AreaLevel,
  audience: Audience,
): Promise<Figures[]> {
  const reading = await indicators.read(audience);
  const definitions = await reading.list();
  const wanted = definitions.filter(({ levels }) => levels.includes(level));
  return Promise.all(
    wanted.map(async ({ code, name, unit }) => {
      const all = (await reading.values({ code, level, onlyTold: true })) ?? [];
      const newest = all.reduce((latest, { period }) => (period > latest ? period : latest), "");
      const byArea = new Map(all.filter(({ period }) => period === newest).map((o) => [o.areaNumber, o]));
      const column = `indicator_${code.replaceAll("-", "_")}`;
      return {
        columns: [
          {
            name: column,
            title: { de: `${name.de}, ${newest}`, en: `${name.en}, ${newest}` },
            kind: "number" as const,
            unit,
          },
          {
            name: `${column}_state`,
            title: { de: `${name.de}: Hinweis`, en: `${name.en}: note` },
            kind: "text" as const,
            values: stateNames,
          },
        ],
        of: (areaNumber: string) => ({
          [column]: byArea.get(areaNumber)?.value ?? null,
          [`${column}_state`]: byArea.get(areaNumber)?.state ?? "UNKNOWN",
        }),
      };
    }),
  );
}
