import fc from "fast-check";
import { buildNetwork, type StreetLine } from "#domain/network/build-network.ts";
import { degreeLength } from "#domain/network/degree-length.ts";
import type { ProfileParameters } from "#domain/network/profile.ts";
import { coordinateUnits, type WalkingNetwork } from "#domain/network/walking-network.ts";
import type { Place } from "#domain/reachability/reachability.ts";

/** Corner of all towns, in degrees; a metre there is as long as `degreeLength` says. */
const corner = { longitude: 9.18, latitude: 48.77 };
const lengths = degreeLength(corner.latitude * coordinateUnits);
const eastMm = lengths.east(corner.latitude * coordinateUnits);

/** A place so many metres east and north of the corner of all towns. */
export function placeAt(eastM: number, northM: number): Place {
  return {
    longitude: corner.longitude + (eastM * 1000) / eastMm / coordinateUnits,
    latitude: corner.latitude + (northM * 1000) / lengths.north / coordinateUnits,
  };
}

export type Metres = readonly [east: number, north: number];

/** A street through points given in metres; streets meet where they name the same point. */
export interface Street {
  points: readonly Metres[];
  flags?: number;
  slope?: number;
}

export function town(streets: readonly Street[], hasSlopes = false): WalkingNetwork {
  const indices = new Map<string, number>();
  const places: Place[] = [];
  const indexOf = ([east, north]: Metres) => {
    const key = `${east} ${north}`;
    const known = indices.get(key);
    if (known !== undefined) return known;
    indices.set(key, places.length);
    return places.push(placeAt(east, north)) - 1;
  };
  const lines = streets.map(
    ({ points, flags = 0, slope = 0 }): StreetLine => ({ points: points.map(indexOf), flags, slope }),
  );
  return buildNetwork({
    longitude: places.map(({ longitude }) => Math.round(longitude * coordinateUnits)),
    latitude: places.map(({ latitude }) => Math.round(latitude * coordinateUnits)),
    lines,
    hasSlopes,
  });
}

/** Cells at places given in metres. */
export function cellsAt(places: readonly Metres[]) {
  const cells = places.map(([east, north]) => placeAt(east, north));
  return {
    cellCount: cells.length,
    longitude: Int32Array.from(cells, ({ longitude }) => Math.round(longitude * coordinateUnits)),
    latitude: Int32Array.from(cells, ({ latitude }) => Math.round(latitude * coordinateUnits)),
  };
}

export const adult: ProfileParameters = {
  profile: "ADULT",
  speedMmPerSecond: 1300,
  usesSteps: true,
  maxSlopePerMille: null,
};
export const barrierFree: ProfileParameters = {
  profile: "BARRIER_FREE",
  speedMmPerSecond: 800,
  usesSteps: false,
  maxSlopePerMille: 60,
};

/** Any place of a square town 600 m wide, a little beyond its edge. */
export const anyPlace = fc.tuple(fc.integer({ min: -50, max: 650 }), fc.integer({ min: -50, max: 650 }));

/** A town of blocks 100 m wide with some streets missing, bent or stepped, so that ways make detours. */
export const anyTown: fc.Arbitrary<WalkingNetwork> = fc
  .array(
    fc.record({ exists: fc.boolean(), bend: fc.integer({ min: -30, max: 30 }), isSteps: fc.boolean() }),
    {
      minLength: 84,
      maxLength: 84,
    },
  )
  .map((choices) => {
    const streets: Street[] = [];
    const add = (a: Metres, b: Metres, middle: (bend: number) => Metres) => {
      const choice = choices[streets.length % choices.length]!;
      // The streets around the town always stand, so that no place is far from all of them.
      const isEdge = [0, 600].some((side) => [0, 1].some((axis) => a[axis] === side && b[axis] === side));
      if (!choice.exists && !isEdge) return streets.push({ points: [a] });
      return streets.push({ points: [a, middle(choice.bend), b], flags: choice.isSteps && !isEdge ? 1 : 0 });
    };
    for (let x = 0; x <= 600; x += 100) {
      for (let y = 0; y <= 600; y += 100) {
        if (x < 600) add([x, y], [x + 100, y], (bend) => [x + 50, y + bend]);
        if (y < 600) add([x, y], [x, y + 100], (bend) => [x + bend, y + 50]);
      }
    }
    return town(streets);
  });
