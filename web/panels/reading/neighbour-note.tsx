import type { Geometry } from "geojson";
import { useMemo } from "react";
import { fewestForAssociation } from "#domain/reading/association.ts";
import { moransI } from "#domain/reading/morans-i.ts";
import { queenNeighbours } from "#domain/reading/queen-neighbours.ts";
import type { Figures } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useAreaShapes } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { useReadingText } from "./use-reading-text.ts";

/** Always the same, so that the same figures have the same p. */
const seed = 1;
const runs = 999;
const least = 0.05;

/** Whether neighbouring areas resemble each other in what is shown, more than chance explains. */
export default function NeighbourNote({ figures }: { figures: Figures }) {
  const { text, say, formats, language } = useLanguage();
  const words = useReadingText().neighbours;
  const { city } = useOpened();
  const level = usePage((state) => state.level);
  const shapes = useAreaShapes(level, { isWanted: true });
  const areas = shapes.data;
  const neighbours = useMemo(
    () => areas && queenNeighbours(areas.map(({ geometry }) => (geometry as Geometry | undefined) ?? null)),
    [areas],
  );
  const { values } = figures;
  const found = useMemo(
    () =>
      areas &&
      neighbours &&
      moransI(
        areas.map(({ number }) => values.get(number)?.value ?? null),
        neighbours,
        { runs, seed },
      ),
    [areas, neighbours, values],
  );
  if (shapes.isError) return <Notice kind="problem">{problemText(shapes.error, text, language)}</Notice>;
  if (found === undefined) return <Skeleton lines={3} label={text.app.working} />;
  if (found === null) return <p className="small">{words.tooFew(fewestForAssociation)}</p>;
  const naming = city.levels.find((one) => one.level === level);
  const plural = naming ? say(naming.plural) : level;
  const isSure = found.p < least;
  const sentence = isSure ? (found.i > found.expected ? words.alike : words.unlike) : words.chance;
  return (
    <>
      <p>{sentence(plural)}</p>
      <p className="small">
        {words.figures({
          i: formats.number(found.i, 2),
          expected: formats.number(found.expected, 2),
          p: formats.number(found.p, 3),
          runs: formats.number(found.runs),
          areas: formats.number(found.areas),
        })}{" "}
        {words.leftOut(formats.number(found.withoutValue), formats.number(found.withoutNeighbour))}
      </p>
      <p className="small">{words.method}</p>
    </>
  );
}
