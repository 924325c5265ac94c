import { type ReactNode, useId } from "react";
import type { MapColours } from "../map/style/theme.ts";
import { CandidateSymbol, SupplyLayerSymbol } from "./supply-layer-symbol.tsx";
import { coloursOf, type SymbolProps } from "./symbol-props.ts";

export interface LayerSymbolProps extends SymbolProps {
  /** Name of the layer, such as `renewal-areas` or `areas-district`. */
  layer: string;
  /** Decides how an imported layer is shown. */
  geometry?: "point" | "line" | "polygon";
}

/** How a layer looks on the map, small enough for a row of the layer tree. */
export function LayerSymbol({ layer, geometry = "polygon", theme, size = 16 }: LayerSymbolProps) {
  const hatch = useId();
  const colours = coloursOf(theme);
  if (layer === "planned-sites") return <SupplyLayerSymbol supplyLayer="GEPLANT" theme={theme} size={size} />;
  if (layer === "candidate-sites") return <CandidateSymbol theme={theme} size={size} />;
  return (
    <svg width={size * 1.5} height={size} viewBox="0 0 24 16" aria-hidden="true" focusable="false">
      {drawingOf(layer, geometry, colours, hatch)}
    </svg>
  );
}

const box = { x: 1.5, y: 1.5, width: 21, height: 13 };

function drawingOf(
  layer: string,
  geometry: NonNullable<LayerSymbolProps["geometry"]>,
  colours: MapColours,
  hatch: string,
): ReactNode {
  switch (layer) {
    case "renewal-priority-areas":
      return (
        <>
          <defs>
            <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse">
              <path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke={colours.renewalPriority} strokeOpacity="0.45" />
            </pattern>
          </defs>
          <rect {...box} fill={`url(#${hatch})`} />
          <rect
            {...box}
            fill="none"
            stroke={colours.renewalPriority}
            strokeWidth="2"
            strokeDasharray="5 2.5"
          />
        </>
      );
    case "renewal-areas":
      return (
        <rect
          {...box}
          fill={colours.renewalArea}
          fillOpacity="0.12"
          stroke={colours.renewalArea}
          strokeWidth="2"
        />
      );
    case "quarter-projects":
      return (
        <rect
          {...box}
          fill="none"
          stroke={colours.quarterProject}
          strokeWidth="2.4"
          strokeDasharray="0.01 4.2"
          strokeLinecap="round"
        />
      );
    case "public-needs-sites":
      return (
        <rect
          {...box}
          fill={colours.publicNeeds}
          fillOpacity="0.25"
          stroke={colours.publicNeeds}
          strokeWidth="2"
        />
      );
    case "facilities":
      return (
        <circle cx="12" cy="8" r="5.5" fill={colours.facility} stroke={colours.pictogram} strokeWidth="1" />
      );
    case "evidence":
      return (
        <path
          d="M7 1.5h7l3 3v10H7zM14 1.5v3h3M9.5 8h5M9.5 11h5"
          fill={colours.symbolPaper}
          stroke={colours.facility}
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      );
    case "base":
      return (
        <>
          <rect x="0.5" y="0.5" width="23" height="15" fill={colours.wood} />
          <path d="M0 13C8 12 10 4 24 3" stroke={colours.waterShore} strokeWidth="3" fill="none" />
          <path d="M4 0L18 16" stroke={colours.railway} strokeWidth="1.5" />
        </>
      );
    case "areas-district":
    case "areas-city":
      return <path d="M0 8H24" stroke={colours.districtBorder} strokeWidth="2" />;
    case "areas-subdistrict":
      return <path d="M0 8H24" stroke={colours.subdistrictBorder} strokeWidth="1.2" />;
    case "areas-statistical-quarter":
    case "areas-block":
      return <path d="M0 8H24" stroke={colours.subdistrictBorder} strokeWidth="0.8" />;
    default:
      if (layer.startsWith("areas-")) {
        return <path d="M0 8H24" stroke={colours.freeBorder} strokeWidth="1.6" strokeDasharray="5 2.5" />;
      }
      return imported(geometry, colours);
  }
}

function imported(geometry: LayerSymbolProps["geometry"], colours: MapColours): ReactNode {
  const stroke = { stroke: colours.feature, strokeWidth: 1.6 };
  if (geometry === "point") return <circle cx="12" cy="8" r="4.5" fill={colours.symbolPaper} {...stroke} />;
  if (geometry === "line") return <path d="M1 13C8 12 14 4 23 3" fill="none" {...stroke} />;
  return <rect {...box} fill={colours.feature} fillOpacity="0.1" {...stroke} />;
}
