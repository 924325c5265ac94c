import type { Audience } from "#domain/access/audience.ts";
import { countsDrawnAreas } from "#domain/access/planning-access.ts";
import { type DrawnAreaAnswer, drawnAreaLimits } from "#domain/contract/drawn-area-contract.ts";
import { countCells, inhabitedCellsWithin } from "#domain/demand/cell-set.ts";
import { decideArea, figuresOfArea, minimumResidents } from "#domain/disclosure/asked-area.ts";
import { defaultSmallAreaThreshold } from "#domain/disclosure/suppression.ts";
import type { Extent } from "#domain/geometry/coordinate-hint.ts";
import { parseGeometry } from "#domain/geometry/parse-geometry.ts";
import { geometrySentence } from "../datasets/geometry-sentences.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { noGrid } from "./analysis-problems.ts";

/** Most new areas of one account within a day: enough for a day at the map, few for somebody who tries them all. */
const areasPerDay = 100;
const dayMilliseconds = 86_400_000;

const withheldSentence =
  "Für dieses Gebiet werden keine Zahlen genannt: Es hat zu wenige Bewohner*innen, oder es unterscheidet sich von einem anderen Gebiet, dessen Zahl bekannt ist, um zu wenige.";

/**
 * Counts the people of a drawn area, if they may be told (METHODS §10). Throws Problem 422 for a polygon that is
 * none, saying where; 409 without a population grid; 429 after `areasPerDay` areas of one account.
 */
export async function askDrawnArea(
  { store, planning, areas, city }: Pick<Services, "store" | "planning" | "areas" | "city">,
  { role, account }: Audience & { account: string },
  { polygon, now }: { polygon: unknown; now: Date },
): Promise<DrawnAreaAnswer> {
  const grid = await planning.grid();
  if (!grid || !countsDrawnAreas(grid.release)) throw noGrid();
  const { release, content } = grid;
  const cells = inhabitedCellsWithin(content, polygonOf(polygon, areas().extent()));
  const since = new Date(now.getTime() - dayMilliseconds).toISOString();
  const decision = await store.askArea(
    {
      releaseId: release.id,
      cells,
      account,
      role,
      at: now.toISOString(),
      limit: { areas: areasPerDay, since },
    },
    (earlier) => decideArea(content, cells, earlier),
  );
  if (decision.kind === "too-many") {
    throw new Problem(429, `Sie haben in 24 Stunden schon ${areasPerDay} Gebiete abgefragt.`, {
      detail: "Gebiete, die Sie schon abgefragt haben, bekommen weiter ihre Antwort.",
      retryAfterSeconds: 3600,
    });
  }
  const { source, licence, referenceDate } = release.provenance;
  const basis = {
    ...{ method: "CELL_SUM" as const, cellSizeM: content.cellSizeM, source, licence, referenceDate },
    ...{ isDemo: city()?.isDemo ?? false, minimumResidents, threshold: defaultSmallAreaThreshold },
  };
  if (decision.kind === "withheld") return { kind: "withheld", sentence: withheldSentence, ...basis };
  const { residents, ageGroups } = figuresOfArea(content, cells, decision.hiddenGroups);
  return {
    kind: "answered",
    residents,
    cells: countCells(cells),
    ageGroups: content.ageGroups.map(({ from, to }, group) => ({ from, to, people: ageGroups[group]! })),
    ...basis,
  };
}

function polygonOf(value: unknown, extent: Extent | null) {
  const parsed = parseGeometry(value, drawnAreaLimits, {
    kinds: ["Polygon", "MultiPolygon"],
    ...(extent && { extent: aroundCity(extent) }),
  });
  if (
    parsed.kind === "ok" &&
    (parsed.geometry.type === "Polygon" || parsed.geometry.type === "MultiPolygon")
  ) {
    return parsed.geometry;
  }
  const problems = parsed.kind === "refused" ? parsed.problems : [];
  const [first] = problems.map(geometrySentence);
  throw new Problem(422, `Das Gebiet ist nicht gültig: ${first}.`, {
    errors: problems.map((problem) => ({
      pointer: `/polygon${problem.pointer}`,
      detail: geometrySentence(problem),
    })),
  });
}

/** A line around the city may run outside it, but not far: 0.1 degrees are some ten kilometres. */
function aroundCity([west, south, east, north]: Extent): Extent {
  return [west - 0.1, south - 0.1, east + 0.1, north + 0.1];
}
