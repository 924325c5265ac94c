import "../../styles/reading.css";
import type { Figures, Pair } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { AssociationNote } from "./association-note.tsx";
import { PairLegend } from "./pair-legend.tsx";
import { Scatter } from "./scatter.tsx";
import { useReadingText } from "./use-reading-text.ts";

/** Two indicators together: what the nine colours mean, every area as a dot, how close the two go together. */
export default function PairView({ figures, pair }: { figures: Figures; pair: Pair }) {
  const { formats } = useLanguage();
  const words = useReadingText();
  const isOtherPeriod = pair.period.slice(0, 4) !== figures.period.slice(0, 4);
  return (
    <div className="stack pair-view">
      <PairLegend figures={figures} pair={pair} />
      {isOtherPeriod && <p className="small">{words.otherPeriod(formats.period(pair.period))}</p>}
      <Scatter figures={figures} pair={pair} />
      <AssociationNote figures={figures} pair={pair} />
    </div>
  );
}
