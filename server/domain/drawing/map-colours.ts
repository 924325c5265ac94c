import { stateColours } from "../classification/palette.ts";

/** Colours of everything a map draws apart from the classes of a choropleth, on screen and on paper. */
export interface MapColours {
  paper: string;
  outside: string;
  wood: string;
  building: string;
  water: string;
  waterShore: string;
  waterName: string;
  railway: string;
  street: string;
  streetCasing: string;
  streetName: string;
  districtBorder: string;
  subdistrictBorder: string;
  freeBorder: string;
  label: string;
  subdistrictLabel: string;
  halo: string;
  /** What can be clicked or is selected. */
  accent: string;
  accentHalo: string;
  /** Disc of facilities and the pictogram in it. */
  facility: string;
  pictogram: string;
  cluster: string;
  /** Inside of rings and of the squares that carry numbers. */
  symbolPaper: string;
  renewalPriority: string;
  earlierEdition: string;
  renewalArea: string;
  quarterProject: string;
  publicNeeds: string;
  /** Imported layers that have no theme. */
  feature: string;
  /** Ink of hatch, dots and crosses. */
  pattern: string;
  state: Readonly<Record<"UNKNOWN" | "SUPPRESSED" | "TOO_FEW_RESIDENTS" | "NOT_APPLICABLE", string>>;
}

const light: MapColours = {
  paper: "#FAF9F6",
  outside: "#EFEDE8",
  wood: "#E4ECDF",
  building: "#E6E2DB",
  water: "#C7DBE7",
  waterShore: "#93B7CC",
  waterName: "#2F6480",
  railway: "#B4AFA6",
  street: "#FFFFFF",
  streetCasing: "#DEDAD2",
  streetName: "#5B564D",
  districtBorder: "#5F646B",
  subdistrictBorder: "#8F959C",
  freeBorder: "#6B7A5E",
  label: "#2B3238",
  subdistrictLabel: "#454C53",
  halo: "#FAF9F6",
  accent: "#0B3D91",
  accentHalo: "#FFFFFF",
  facility: "#3D454C",
  pictogram: "#FFFFFF",
  cluster: "#5C656D",
  symbolPaper: "#FFFFFF",
  renewalPriority: "#5E3C99",
  earlierEdition: "#6F6F6F",
  renewalArea: "#8C510A",
  quarterProject: "#01665E",
  publicNeeds: "#B8860B",
  feature: "#4A5560",
  pattern: "#6A6A64",
  state: stateColours,
};

/** Same hierarchy on dark ground: what was darker than paper is now lighter than it. */
const dark: MapColours = {
  paper: "#1D2226",
  outside: "#14181B",
  wood: "#20291F",
  building: "#2C3236",
  water: "#22405A",
  waterShore: "#3A6180",
  waterName: "#9CC4DC",
  railway: "#6A6E70",
  street: "#3D444A",
  streetCasing: "#101315",
  streetName: "#B9BEC2",
  districtBorder: "#AEB5BC",
  subdistrictBorder: "#7C848B",
  freeBorder: "#9DB08C",
  label: "#F2F4F5",
  subdistrictLabel: "#DDE1E4",
  halo: "#1D2226",
  accent: "#8AB8FF",
  accentHalo: "#0A0E12",
  facility: "#E3E7EA",
  pictogram: "#1D2226",
  cluster: "#C3CAD0",
  symbolPaper: "#1D2226",
  renewalPriority: "#B79BEA",
  earlierEdition: "#9A9A9A",
  renewalArea: "#E0A458",
  quarterProject: "#5CC9B8",
  publicNeeds: "#E3B341",
  feature: "#C9D1D8",
  pattern: "#9A9C98",
  state: {
    UNKNOWN: "#3A3D3F",
    SUPPRESSED: "#33363A",
    TOO_FEW_RESIDENTS: "#2D3135",
    NOT_APPLICABLE: "#272B2E",
  },
};

export const mapColours: Readonly<Record<"light" | "dark", MapColours>> = { light, dark };
