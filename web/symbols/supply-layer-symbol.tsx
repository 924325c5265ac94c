import type { SupplyLayer } from "#domain/site/site-fields.ts";
import { coloursOf, type SymbolProps } from "./symbol-props.ts";

/** Bestand filled disc, beschlossen disc with thick ring, geplant ring, Idee dashed ring. */
export function SupplyLayerSymbol({
  supplyLayer,
  theme,
  size = 20,
}: SymbolProps & { supplyLayer: SupplyLayer }) {
  const { facility: ink, symbolPaper: paper } = coloursOf(theme);
  const ring = { cx: 12, cy: 12, r: 9, fill: paper, stroke: ink };
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {supplyLayer === "BESTAND" && <circle cx="12" cy="12" r="10" fill={ink} />}
      {supplyLayer === "BESCHLOSSEN" && (
        <>
          <circle {...ring} strokeWidth="2.5" />
          <circle cx="12" cy="12" r="6" fill={ink} />
        </>
      )}
      {supplyLayer === "GEPLANT" && <circle {...ring} strokeWidth="3" />}
      {supplyLayer === "IDEE" && <circle {...ring} strokeWidth="3" strokeDasharray="4 3.07" />}
    </svg>
  );
}

/** A site being sketched: ring of four dashes with a crosshair through its gaps. */
export function CandidateSymbol({ theme, size = 20 }: SymbolProps) {
  const { facility: ink, symbolPaper: paper } = coloursOf(theme);
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle
        cx="12"
        cy="12"
        r="7.5"
        fill={paper}
        stroke={ink}
        strokeWidth="2"
        strokeDasharray="7.2 4.58"
        strokeDashoffset="-2.29"
      />
      <path d="M12 1v6M12 17v6M1 12h6M17 12h6" stroke={ink} strokeWidth="2" />
    </svg>
  );
}
