import makiBasketball from "@mapbox/maki/icons/basketball.svg?raw";
import makiBus from "@mapbox/maki/icons/bus.svg?raw";
import makiCafe from "@mapbox/maki/icons/cafe.svg?raw";
import makiCollege from "@mapbox/maki/icons/college.svg?raw";
import makiDoctor from "@mapbox/maki/icons/doctor.svg?raw";
import makiFarm from "@mapbox/maki/icons/farm.svg?raw";
import makiGaming from "@mapbox/maki/icons/gaming.svg?raw";
import makiGlobe from "@mapbox/maki/icons/globe.svg?raw";
import makiGrocery from "@mapbox/maki/icons/grocery.svg?raw";
import makiHeart from "@mapbox/maki/icons/heart.svg?raw";
import makiHome from "@mapbox/maki/icons/home.svg?raw";
import makiHospital from "@mapbox/maki/icons/hospital.svg?raw";
import makiInformation from "@mapbox/maki/icons/information.svg?raw";
import makiLibrary from "@mapbox/maki/icons/library.svg?raw";
import makiLodging from "@mapbox/maki/icons/lodging.svg?raw";
import makiMusic from "@mapbox/maki/icons/music.svg?raw";
import makiPark from "@mapbox/maki/icons/park.svg?raw";
import makiPharmacy from "@mapbox/maki/icons/pharmacy.svg?raw";
import makiPitch from "@mapbox/maki/icons/pitch.svg?raw";
import makiPlaceOfWorship from "@mapbox/maki/icons/place-of-worship.svg?raw";
import makiPlayground from "@mapbox/maki/icons/playground.svg?raw";
import makiSchool from "@mapbox/maki/icons/school.svg?raw";
import makiSkateboard from "@mapbox/maki/icons/skateboard.svg?raw";
import makiSoccer from "@mapbox/maki/icons/soccer.svg?raw";
import makiSuitcase from "@mapbox/maki/icons/suitcase.svg?raw";
import makiSwimming from "@mapbox/maki/icons/swimming.svg?raw";
import makiTeahouse from "@mapbox/maki/icons/teahouse.svg?raw";
import makiTheatre from "@mapbox/maki/icons/theatre.svg?raw";
import makiToilet from "@mapbox/maki/icons/toilet.svg?raw";
import makiTown from "@mapbox/maki/icons/town.svg?raw";
import makiWheelchair from "@mapbox/maki/icons/wheelchair.svg?raw";
import temakiBalloon from "@rapideditor/temaki/icons/balloon.svg?raw";
import temakiBriefcaseInfo from "@rapideditor/temaki/icons/briefcase_info.svg?raw";
import temakiBunkBeds from "@rapideditor/temaki/icons/bunk_beds.svg?raw";
import temakiClimbingFrame from "@rapideditor/temaki/icons/climbing_frame.svg?raw";
import temakiEgg from "@rapideditor/temaki/icons/egg.svg?raw";
import temakiHand from "@rapideditor/temaki/icons/hand.svg?raw";
import temakiLounging from "@rapideditor/temaki/icons/lounging.svg?raw";
import temakiPedestrian from "@rapideditor/temaki/icons/pedestrian.svg?raw";
import temakiPlayhouse from "@rapideditor/temaki/icons/playhouse.svg?raw";
import temakiRowHouses from "@rapideditor/temaki/icons/row_houses.svg?raw";
import temakiSandbox from "@rapideditor/temaki/icons/sandbox.svg?raw";
import temakiSchool from "@rapideditor/temaki/icons/school.svg?raw";
import temakiSeesaw from "@rapideditor/temaki/icons/seesaw.svg?raw";
import temakiShield from "@rapideditor/temaki/icons/shield.svg?raw";
import temakiSleepShelter from "@rapideditor/temaki/icons/sleep_shelter.svg?raw";
import temakiSocialFacility from "@rapideditor/temaki/icons/social_facility.svg?raw";
import temakiSpeaker from "@rapideditor/temaki/icons/speaker.svg?raw";
import temakiSpringRider from "@rapideditor/temaki/icons/spring_rider.svg?raw";
import temakiTableSoccer from "@rapideditor/temaki/icons/table_soccer.svg?raw";
import temakiTools from "@rapideditor/temaki/icons/tools.svg?raw";
import temakiTrainKids from "@rapideditor/temaki/icons/train_kids.svg?raw";
import type { FacilityTypeCode } from "#domain/facility/facility-types.ts";
import { pathsOf } from "./pictogram-path.ts";

/** Pictogram of every facility type, from Maki and Temaki (both CC0). */
const drawings: Readonly<Record<FacilityTypeCode, string>> = {
  KITA_U3: temakiSpringRider,
  KITA_UE3: temakiSandbox,
  KITA_MIX: temakiBalloon,
  TAGESPFLEGE: temakiTrainKids,
  GRUNDSCHULE: makiSchool,
  SEK: makiCollege,
  SBBZ: temakiHand,
  GANZTAG: temakiSchool,
  SCHULSOZIALARBEIT: temakiSocialFacility,
  JUGENDHAUS: temakiTableSoccer,
  JUGENDTREFF: makiGaming,
  MOBILE_JUGENDARBEIT: temakiPedestrian,
  AKTIVSPIELPLATZ: temakiClimbingFrame,
  JUGENDFARM: makiFarm,
  KONSUMFREI: temakiSpeaker,
  SPIELPLATZ: makiPlayground,
  BOLZ_BEWEGUNG: makiSoccer,
  SKATE: makiSkateboard,
  FAMILIENZENTRUM: temakiRowHouses,
  KIFAZ: temakiPlayhouse,
  STADTTEILHAUS: makiTown,
  BERATUNGSZENTRUM: temakiBriefcaseInfo,
  GENERATIONENHAUS: temakiSeesaw,
  SOZIALER_TREFF: makiCafe,
  BEGEGNUNG_AELTERE: makiTeahouse,
  PFLEGE_STATIONAER: makiLodging,
  PFLEGE_WG: makiHome,
  TAGESPFLEGE_SENIOREN: temakiLounging,
  KURZZEITPFLEGE: makiSuitcase,
  PFLEGESTUETZPUNKT: makiInformation,
  HAUSARZT: makiDoctor,
  KINDERARZT: makiHospital,
  APOTHEKE: makiPharmacy,
  HEBAMME: temakiEgg,
  GESUNDHEITSKIOSK: makiHeart,
  EINGLIEDERUNG_WOHNEN: makiWheelchair,
  TAGESSTRUKTUR: temakiTools,
  WOHNUNGSLOSENHILFE: temakiSleepShelter,
  SCHUTZHAUS: temakiShield,
  GEFLUECHTETE_UNTERKUNFT: temakiBunkBeds,
  GEFLUECHTETE_BEGEGNUNG: makiGlobe,
  RELIGION_RAUM: makiPlaceOfWorship,
  BIBLIOTHEK: makiLibrary,
  KULTUR: makiTheatre,
  VHS_MUSIKSCHULE: makiMusic,
  SPORTHALLE: makiBasketball,
  SPORTPLATZ: makiPitch,
  BAD: makiSwimming,
  GRUENFLAECHE: makiPark,
  NAHVERSORGUNG: makiGrocery,
  OEPNV_HALT: makiBus,
  OEFF_WC_TRINKBRUNNEN: makiToilet,
};

/** Path data of a facility type's pictogram within a square of 15 units; null for an unknown type. */
export function pictogramOfType(type: string): string | null {
  return Object.hasOwn(drawings, type) ? pathsOf(drawings[type as FacilityTypeCode]) : null;
}
