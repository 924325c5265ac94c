import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import {
  type ClassedArea,
  type CountedProject,
  type DistrictShare,
  fairShare,
  type ResidentsOfClasses,
  residentsOfClasses,
} from "#domain/area-choice/fair-share.ts";
import { type ScreeningCondition, screenAreas } from "#domain/area-choice/screening.ts";
import { similarAreas } from "#domain/area-choice/similar-areas.ts";
import { stackedBurdens } from "#domain/area-choice/stacked-burdens.ts";
import { makePopulationGrid } from "#domain/demand/make-population-grid.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import { groundOverlap, residentOverlap } from "#domain/overlap/overlap.ts";
import { handCalculated } from "./case.ts";

describe("choosing areas, calculated by hand", () => {
  const { input, expected } = handCalculated<
    {
      figures: Record<string, Record<string, number>>;
      asked: string;
      conditions: ScreeningCondition[];
      screened: string[];
      burdens: Record<string, { direction: Indicator["direction"]; values: (number | null)[] }>;
      districts: { district: string; residents: number | null }[];
      projects: CountedProject[];
      classes: { from: number; areas: ClassedArea[] };
    },
    {
      similar: [string, number][];
      differencesOfC: object[];
      screening: { meeting: string[]; undecided: string[]; counts: object[] };
      burdens: Record<string, string[]>;
      unknownOf8: string[];
      shares: DistrictShare[];
      residentsOfClasses: ResidentsOfClasses[];
      besideClasses: (number | null)[];
    }
  >("area-choice");
  const figures = Object.entries(input.figures).map(([indicatorCode, byArea]) => ({
    indicatorCode,
    byArea: new Map(Object.entries(byArea)),
  }));

  it("similar areas, nearest first, with what sets them apart", () => {
    const found = similarAreas(input.asked, figures)!;
    expect(found.areas.map(({ areaNumber, distance }) => [areaNumber, distance])).toEqual(
      expected.similar.map(([area, distance]) => [area, expect.closeTo(distance, 6)]),
    );
    expect(found.areas.find(({ areaNumber }) => areaNumber === "C")?.differences).toEqual(
      expected.differencesOfC,
    );
    expect(found.incomplete).toEqual([]);
  });

  it("screening counts each condition by itself and decides nothing without a figure", () => {
    const found = screenAreas(input.screened, input.conditions, figures);
    expect(found.meeting).toEqual(expected.screening.meeting);
    expect(found.undecided).toEqual(expected.screening.undecided);
    expect(found.conditions).toEqual(
      expected.screening.counts.map((counts, index) => ({ ...input.conditions[index], ...counts })),
    );
  });

  it("burdens in their worst fifth are named, equal figures together, neutral ones never", () => {
    const numbers = Array.from({ length: 10 }, (_, index) => String(index));
    const found = stackedBurdens(
      numbers,
      Object.entries(input.burdens).map(([indicatorCode, { direction, values }]) => ({
        indicatorCode,
        direction,
        byArea: new Map(
          values.flatMap((value, index): [string, number][] =>
            value === null ? [] : [[numbers[index]!, value]],
          ),
        ),
      })),
    );
    const named = found.filter(({ burdens }) => burdens.length > 0);
    expect(Object.fromEntries(named.map(({ areaNumber, burdens }) => [areaNumber, burdens]))).toEqual(
      expected.burdens,
    );
    expect(found[8]?.unknown).toEqual(expected.unknownOf8);
  });

  it("fair share counts projects and money per 1,000 residents and says what is not known", () => {
    expect(fairShare(input.districts, input.projects)).toEqual(expected.shares);
  });

  it("fair share stands beside the residents of classes of an index as well", () => {
    const { areas, from } = input.classes;
    const beside = residentsOfClasses(["01", "02", "03", "04"], areas, from);
    expect(beside).toEqual(expected.residentsOfClasses);
    expect(
      fairShare(beside.slice(0, 3), input.projects).map(({ projectsPerThousand }) => projectsPerThousand),
    ).toEqual(expected.besideClasses);
  });

  it("an overlap by ground and one by residents name their method", () => {
    const overlap = handCalculated<
      { area: Polygon; other: Polygon; homes: { longitude: number; latitude: number; residents: number }[] },
      { ground: { method: string; share: number }; residents: object }
    >("overlap");
    const { area, other, homes } = overlap.input;
    const { ground, residents } = overlap.expected;
    expect(groundOverlap(area, other)).toMatchObject({ ...ground, share: expect.closeTo(ground.share, 9) });
    const grid = makePopulationGrid({
      cellSizeM: null,
      ageGroups: [],
      levels: [],
      places: homes.map(({ longitude, latitude, residents: people }) => ({
        position: { longitude, latitude },
        residents: people,
        counts: [],
        areas: [],
      })),
      protection: { kind: "INVENTED" },
    });
    expect(residentOverlap(grid, area, other)).toEqual(residents);
  });
});
