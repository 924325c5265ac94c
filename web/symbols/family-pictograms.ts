import makiGrocery from "@mapbox/maki/icons/grocery.svg?raw";
import makiHospital from "@mapbox/maki/icons/hospital.svg?raw";
import makiPark from "@mapbox/maki/icons/park.svg?raw";
import makiPlaceOfWorship from "@mapbox/maki/icons/place-of-worship.svg?raw";
import makiSchool from "@mapbox/maki/icons/school.svg?raw";
import makiTeahouse from "@mapbox/maki/icons/teahouse.svg?raw";
import makiTheatre from "@mapbox/maki/icons/theatre.svg?raw";
import makiTown from "@mapbox/maki/icons/town.svg?raw";
import makiWheelchair from "@mapbox/maki/icons/wheelchair.svg?raw";
import temakiBalloon from "@rapideditor/temaki/icons/balloon.svg?raw";
import temakiTableSoccer from "@rapideditor/temaki/icons/table_soccer.svg?raw";
import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import { pathsOf } from "./pictogram-path.ts";

/** Pictogram of every family, from Maki and Temaki (both CC0); apart from those of the types, which few pages need. */
const drawings: Readonly<Record<FacilityFamily, string>> = {
  "early-childhood": temakiBalloon,
  school: makiSchool,
  youth: temakiTableSoccer,
  neighbourhood: makiTown,
  "older-people": makiTeahouse,
  health: makiHospital,
  inclusion: makiWheelchair,
  faith: makiPlaceOfWorship,
  culture: makiTheatre,
  "open-space": makiPark,
  supply: makiGrocery,
};

/** Path data of the pictogram that stands for a whole family, within a square of 15 units. */
export function pictogramOfFamily(family: FacilityFamily): string {
  return pathsOf(drawings[family]);
}
