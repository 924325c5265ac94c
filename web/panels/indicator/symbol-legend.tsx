import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { maximumSymbolRadius, symbolShare } from "../../map/style/symbol-size.ts";
import { usePage } from "../../state/use-page.ts";
import { symbolSamples } from "./symbol-samples.ts";

/** Three circles as large as on the map: counts are read by area, not by colour. */
export function SymbolLegend({ figures: { indicator, maximum, scale } }: { figures: Figures }) {
  const { text, formats } = useLanguage();
  const isMeeting = usePage((state) => state.isMeeting);
  const largest = maximumSymbolRadius(isMeeting);
  const samples = symbolSamples(maximum);
  const size = 2 * largest + 4;
  return (
    <figure className="symbol-legend">
      <svg viewBox={`0 0 240 ${size}`} aria-hidden="true">
        {samples.map((value) => {
          const radius = largest * symbolShare(value, maximum);
          const top = size - 2 - 2 * radius;
          return (
            <g key={value}>
              <circle
                cx={largest + 2}
                cy={size - 2 - radius}
                r={radius}
                fill={scale.colours.at(-1)}
                fillOpacity="0.35"
                className="symbol-circle"
              />
              <line x1={largest + 2} x2={size + 8} y1={top} y2={top} className="strip-axis" />
              <text x={size + 14} y={top + 4} className="strip-label">
                {formats.value(value, indicator)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="small">{text.classes.symbols}</figcaption>
    </figure>
  );
}
