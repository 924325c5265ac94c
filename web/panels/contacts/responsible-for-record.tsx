import { themeOfRecord } from "#domain/actor/responsible.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { Responsible } from "./responsible.tsx";

/** Who answers for what a record is about, where it lies; nothing for records without a theme. */
export default function ResponsibleForRecord({ record, type }: SheetProps) {
  // The wire says the geometry is something; the store keeps nothing but GeoJSON.
  const theme = themeOfRecord(type, record as StoredRecord);
  if (theme === null) return null;
  const areaKeys = [...record.districts.map((number) => `district:${number}`), "city"];
  return <Responsible areaKeys={areaKeys} theme={theme} />;
}
