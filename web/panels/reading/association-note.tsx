import { useMemo } from "react";
import { association, fewestForAssociation } from "#domain/reading/association.ts";
import { type Figures, type Pair, useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { pairPoints } from "./pair-points.ts";
import { useReadingText } from "./use-reading-text.ts";

/** How close the two go together, and what that does not say. */
export function AssociationNote({ figures, pair }: { figures: Figures; pair: Pair }) {
  const { formats } = useLanguage();
  const words = useReadingText();
  const { areas } = useShown();
  const found = useMemo(
    () => association(pairPoints(areas, figures, pair).map(({ first, second }) => [first, second])),
    [areas, figures, pair],
  );
  if (!found) return <p className="small">{words.tooFewAreas(fewestForAssociation)}</p>;
  return (
    <p className="small">
      {words.association(
        formats.number(found.linear, 2),
        formats.number(found.rank, 2),
        formats.number(found.areas),
      )}{" "}
      {words.notACause}
    </p>
  );
}
