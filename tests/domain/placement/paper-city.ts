import type { LandPlot } from "#domain/analysis/planning-base.ts";
import type { PlanningModel } from "#domain/analysis/planning-model.ts";
import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import { dayCare, parameterSet, supplyPoint } from "../analysis/planning-towns.ts";
import { matrixReachability } from "../supply/matrix-reachability.ts";

/** A city small enough for paper: people, and ways in metres from every place to every cell. */
export interface PaperCity {
  people: number[];
  /** Area of each cell, as a position in `areaNumbers`. */
  areas: number[];
  areaNumbers: string[];
  limitM: number;
  placesPerPerson: number;
  facilities: { id: string; capacity: number | null; ways: (number | null)[] }[];
  plots: { id: string; ways: (number | null)[] }[];
}

/** As much of a planning model as suggestions ask for; places are called by the number of their row. */
export function paperModel(city: PaperCity): { model: PlanningModel; land: LandPlot[] } {
  const cellCount = city.people.length;
  const rows = [...city.facilities, ...city.plots].map(({ ways }) =>
    ways.map((metres) => (metres === null ? null : metres * 1000)),
  );
  const zero = () => new Int32Array(cellCount);
  const grid: PopulationGrid = {
    cellSizeM: 100,
    cellCount,
    east: zero(),
    north: zero(),
    longitude: zero(),
    latitude: zero(),
    residents: Uint32Array.from(city.people),
    ageGroups: [],
    counts: [],
    areas: [
      {
        level: "subdistrict",
        boundaryVersion: "2024",
        numbers: city.areaNumbers,
        index: Int32Array.from(city.areas),
      },
    ],
  } as unknown as PopulationGrid;
  const standard = { ...dayCare, maxWayM: city.limitM, capacityPerPerson: city.placesPerPerson };
  const supply = city.facilities.map(({ id, capacity }, row) => ({
    point: { ...supplyPoint(id, [0, 0]), longitude: row, latitude: 0 },
    capacity,
  }));
  const reachability = matrixReachability(rows);
  const dates = { source: "Test", referenceDate: "2024-01-01" };
  const model = {
    data: {
      scenario: { id: "bestand", name: "Bestand" },
      grid,
      network: null,
      supply: supply.map(({ point }) => point),
      parameterSet: { ...parameterSet, standards: [standard] },
      dates: { grid: dates, network: null },
    },
    resolve: (question: Parameters<PlanningModel["resolve"]>[0]) => ({
      question,
      standard,
      reachability,
      limit: city.limitM * 1000,
      weights: Uint32Array.from(city.people, (people) => people * 1000),
      agesEstimated: false,
      supply,
    }),
  } as unknown as PlanningModel;
  const land = city.plots.map(({ id }, row) => ({
    id,
    type: "public-needs-sites" as const,
    name: `Fläche ${id}`,
    longitude: city.facilities.length + row,
    latitude: 0,
    areaM2: null,
    isSecured: true,
    isCityOwned: true,
    isPublicNeeds: false,
    constraints: [],
  }));
  return { model, land };
}
