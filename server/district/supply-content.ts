import {
  type DistrictProfile,
  profileLayers,
  type SupplyAmount,
} from "#domain/contract/district-contract.ts";
import { capacityUnits } from "#domain/facility/facility-types.ts";
import { formatsOf } from "#domain/text/formats.ts";
import type { Language } from "#domain/text/text.ts";
import { districtWords } from "./district-words.ts";

export interface SupplyContent {
  heading: string;
  /** Type, unit of its capacity, then number and capacity of every layer. */
  columns: string[];
  rows: string[][];
  note: string;
  empty: string | null;
}

/** The supply of a Stadtbezirk as a table in words; a layer without places stays empty. */
export function supplyContent({ supply }: DistrictProfile, language: Language): SupplyContent {
  const say = districtWords[language];
  const formats = formatsOf(language);
  return {
    heading: `${say.supply} ${say.source(supply.source + 1)}`,
    columns: [
      say.supplyColumns.type,
      say.supplyColumns.unit,
      ...profileLayers.map((layer) => say.layers[layer]),
    ],
    rows: supply.rows.map(({ name, unit, layers }) => [
      name[language],
      capacityUnits[unit][language],
      ...profileLayers.map((layer) => told(layers[layer])),
    ]),
    note: say.supplyNote,
    empty: supply.rows.length === 0 ? say.noSupply : null,
  };

  function told({ count, capacity, withoutCapacity }: SupplyAmount): string {
    if (count === 0) return "0";
    if (capacity === null) return `${formats.number(count)} (${say.noCapacity})`;
    const amount = formats.number(
      capacity,
      [0, 1].find((digits) => Number(capacity.toFixed(digits)) === capacity) ?? 2,
    );
    return `${formats.number(count)} (${withoutCapacity > 0 ? say.atLeast(amount) : amount})`;
  }
}
