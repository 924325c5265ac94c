import { scaleLinear } from "d3-scale";
import { type PointerEvent, useMemo, useRef, useState } from "react";
import { type Figures, type Pair, useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { perFrame } from "../../map/sketch/per-frame.ts";
import { selectedOf } from "../../state/selection.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { areasWithin, type FigureRange, pairPoints } from "./pair-points.ts";
import { RangeForm } from "./range-form.tsx";
import { useReadingText } from "./use-reading-text.ts";

const width = 288;
const height = 236;
const margin = { top: 8, right: 10, bottom: 34, left: 38 };
/** A press that hardly moved is no range. */
const leastBrush = 4;

/** A rectangle in the units of the drawing, from where it was begun to where the pointer is. */
type Brush = { from: readonly [number, number]; to: readonly [number, number] };

/** Every area as a dot of two figures; a range drawn over it keeps its areas on map and table. */
export function Scatter({ figures, pair }: { figures: Figures; pair: Pair }) {
  const { text, say, formats } = useLanguage();
  const words = useReadingText();
  const { areas } = useShown();
  const store = usePageStore();
  const selected = usePage((state) => selectedOf(state.look));
  const keptAreas = usePage((state) => state.keptAreas);
  const drawing = useRef<SVGSVGElement>(null);
  const [brush, setBrush] = useState<Brush | null>(null);
  const points = useMemo(() => pairPoints(areas, figures, pair), [areas, figures, pair]);
  const axes = useMemo(() => {
    const x = scaleLinear(reach(figures.allValues), [margin.left, width - margin.right]).nice(4);
    const y = scaleLinear(reach(pair.allValues), [height - margin.bottom, margin.top]).nice(4);
    return { x, y };
  }, [figures.allValues, pair.allValues]);
  const keepWithin = useMemo(
    () => perFrame((range: FigureRange) => store.getState().read({ keptAreas: areasWithin(points, range) })),
    [store, points],
  );
  if (points.length === 0) return <p className="small">{text.indicator.noFigures}</p>;
  const { x, y } = axes;

  const placeOf = (event: PointerEvent): readonly [number, number] => {
    const box = drawing.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    return [
      ((event.clientX - box.left) / box.width) * width,
      ((event.clientY - box.top) / box.height) * height,
    ];
  };
  const move = (event: PointerEvent) => {
    if (!brush) return;
    const next = { ...brush, to: placeOf(event) };
    setBrush(next);
    if (isRange(next)) keepWithin.give(rangeOf(next, axes));
  };
  const end = () => {
    if (brush && !isRange(brush)) {
      setBrush(null);
      store.getState().read({ keptAreas: null });
      return;
    }
    keepWithin.flush();
    const kept = store.getState().keptAreas;
    if (kept) store.getState().announce(words.pickedAreas(kept.size));
    setBrush(null);
  };
  const nameOf = (indicator: Figures["indicator"]) => say(indicator.shortName ?? indicator.name);
  const label = words.scatter(points.length, nameOf(figures.indicator), nameOf(pair.indicator));

  return (
    <figure className="scatter">
      <figcaption className="small">{words.brushHint}</figcaption>
      <svg
        ref={drawing}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const place = placeOf(event);
          setBrush({ from: place, to: place });
        }}
        onPointerMove={move}
        onPointerUp={end}
      >
        {x.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              x1={x(tick)}
              x2={x(tick)}
              y1={margin.top}
              y2={height - margin.bottom}
              className="scatter-grid"
            />
            <text x={x(tick)} y={height - margin.bottom + 13} textAnchor="middle" className="strip-label">
              {formats.number(tick, decimalsOf(tick))}
            </text>
          </g>
        ))}
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              x1={margin.left}
              x2={width - margin.right}
              y1={y(tick)}
              y2={y(tick)}
              className="scatter-grid"
            />
            <text x={margin.left - 5} y={y(tick) + 4} textAnchor="end" className="strip-label">
              {formats.number(tick, decimalsOf(tick))}
            </text>
          </g>
        ))}
        {pair.breaks.first.map((value) => (
          <line
            key={value}
            x1={x(value)}
            x2={x(value)}
            y1={margin.top}
            y2={height - margin.bottom}
            className="scatter-break"
          />
        ))}
        {pair.breaks.second.map((value) => (
          <line
            key={value}
            x1={margin.left}
            x2={width - margin.right}
            y1={y(value)}
            y2={y(value)}
            className="scatter-break"
          />
        ))}
        {points.map(({ area, first, second }) => {
          const kept = pair.classes.get(area.number);
          const isFaded = keptAreas !== null && !keptAreas.has(area.number);
          return (
            <circle
              key={area.number}
              cx={x(first)}
              cy={y(second)}
              r="4"
              fill={typeof kept === "number" ? figures.scale.colours[kept] : "none"}
              className={isFaded ? "scatter-dot scatter-faded" : "scatter-dot"}
            >
              <title>
                {`${area.name ?? area.number}: ${formats.value(first, figures.indicator)} · ${formats.value(second, pair.indicator)}`}
              </title>
            </circle>
          );
        })}
        {points
          .filter(({ area }) => selected?.kind === "area" && selected.number === area.number)
          .map(({ area, first, second }) => (
            <g key={area.number}>
              <circle cx={x(first)} cy={y(second)} r="6.5" className="strip-chosen" />
              <text
                x={x(first)}
                y={Math.max(12, y(second) - 10)}
                textAnchor={x(first) > width * 0.65 ? "end" : "start"}
                className="scatter-name"
              >
                {area.name ?? area.number}
              </text>
            </g>
          ))}
        {brush && isRange(brush) && <rect {...boxOf(brush)} className="scatter-brush" />}
        <text x={width - margin.right} y={height - 4} textAnchor="end" className="strip-label">
          {axisName(nameOf(figures.indicator), formats.unit(figures.indicator.unit))} →
        </text>
        <text x={4} y={height - 4} className="strip-label">
          ↑ {formats.unit(pair.indicator.unit)}
        </text>
      </svg>
      <RangeForm figures={figures} pair={pair} points={points} />
    </figure>
  );
}

function axisName(name: string, unit: string): string {
  const most = 30;
  return `${name.length > most ? `${name.slice(0, most - 1)}…` : name}${unit ? ` (${unit})` : ""}`;
}

/** All years, so that dots move when the year does. */
function reach(values: Figures["allValues"]): [number, number] {
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
  return [Math.min(...known), Math.max(...known)];
}

const isRange = ({ from, to }: Brush) =>
  Math.abs(from[0] - to[0]) >= leastBrush && Math.abs(from[1] - to[1]) >= leastBrush;

function boxOf({ from, to }: Brush) {
  return {
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    width: Math.abs(from[0] - to[0]),
    height: Math.abs(from[1] - to[1]),
  };
}

function rangeOf(
  brush: Brush,
  { x, y }: { x: { invert: (place: number) => number }; y: { invert: (place: number) => number } },
): FigureRange {
  const box = boxOf(brush);
  return {
    first: [x.invert(box.x), x.invert(box.x + box.width)],
    second: [y.invert(box.y + box.height), y.invert(box.y)],
  };
}

const decimalsOf = (tick: number) => (Number.isInteger(tick) ? 0 : Number.isInteger(tick * 10) ? 1 : 2);
