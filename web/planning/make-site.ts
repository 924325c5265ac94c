import type { LandPlot } from "#domain/analysis/planning-base.ts";
import type { CapacityUnit, FacilityTypeCode } from "#domain/facility/facility-types.ts";
import type { Standard } from "#domain/parameter-set/standard.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";

/** Ids of sketches are random: two people sketching at once must not meet. */
export function newSiteId(): string {
  return `s-${crypto.randomUUID().slice(0, 13)}`;
}

/** A new sketch of this kind and size. `position` and `plot` in degrees, longitude first. */
export function makeSite({
  standard,
  size,
  name,
  position,
  plot = null,
  land,
}: {
  standard: Standard;
  /** Index into the standard's usual sizes. */
  size: number;
  name: string;
  position: readonly [number, number];
  plot?: SketchedSite["plot"];
  /** Land it was picked from; its constraints come along. */
  land?: LandPlot;
}): SketchedSite {
  return {
    id: newSiteId(),
    name,
    kind: standard.kind,
    position: [position[0], position[1]],
    plot,
    uses: usesOf(standard, size),
    openingYear: null,
    layer: "IDEE",
    constraints: (land?.constraints ?? []) as SketchedSite["constraints"],
    record: land ? { type: land.type, id: land.id } : null,
    note: "",
  };
}

/** Uses of a usual size; without sizes one unit of what the standard calls sensible. */
export function usesOf(standard: Standard, size: number): SketchedSite["uses"] {
  const chosen = standard.sizes[Math.min(size, standard.sizes.length - 1)];
  const facilityType = standard.facilityTypes[0] as FacilityTypeCode;
  const unit = standard.unit as CapacityUnit;
  if (!chosen) return [{ facilityType, unit, category: "", amount: standard.sensibleUnit ?? 1 }];
  return chosen.uses.map(({ category, amount }) => ({ facilityType, unit, category, amount }));
}

/** Which usual size a site has; -1 for none of them. */
export function sizeOf(standard: Standard, uses: SketchedSite["uses"]): number {
  const key = (list: readonly { category: string; amount: number }[]) =>
    list
      .map(({ category, amount }) => `${category}=${amount}`)
      .sort()
      .join();
  return standard.sizes.findIndex((size) => key(size.uses) === key(uses));
}

/** "A" to "Z", then "A2": the first letter no site of the kind has yet. */
export function nextLetter(taken: readonly string[]): string {
  for (let round = 1; ; round++) {
    for (let letter = 0; letter < 26; letter++) {
      const mark = String.fromCharCode(65 + letter) + (round === 1 ? "" : round);
      if (!taken.includes(mark)) return mark;
    }
  }
}
