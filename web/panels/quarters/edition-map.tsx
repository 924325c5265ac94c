import type { MultiPolygon, Polygon } from "geojson";
import { useEffect, useRef } from "react";
import { editionChanges } from "#domain/renewal/edition-differences.ts";
import { useAreaShapes } from "../../data/queries.ts";
import { useFrameKind } from "../../ui/use-media.ts";
import { ChangeIcon, ChangeSign } from "./change-sign.tsx";
import { outlineFrame } from "./outline-frame.ts";
import type { ShownDifference } from "./use-edition-differences.ts";
import { useQuartersText } from "./use-quarters-text.ts";

type Shape = Polygon | MultiPolygon;

const sizes = {
  panels: { width: 1120, height: 600 },
  sheet: { width: 720, height: 520 },
  column: { width: 350, height: 350 },
};

/**
 * Both editions over the Stadtbezirke: the later one in full lines, the earlier one in dashes, a sign for what became of
 * each area. Shows one difference where one is asked for.
 */
export function EditionMap({
  label,
  differences,
  shown,
}: {
  label: string;
  differences: readonly ShownDifference[];
  shown: ShownDifference | undefined;
}) {
  const words = useQuartersText().editions;
  const size = sizes[useFrameKind()];
  const districts = useAreaShapes("district", { isWanted: true }).data ?? [];
  const outlinesOf = ({ earlier, later }: ShownDifference) =>
    [...earlier, ...later].map(({ outline }) => outline);
  const borders = districts.flatMap(({ geometry }) => (geometry ? [geometry as Shape] : []));
  const inSight = shown ? outlinesOf(shown) : [...borders, ...differences.flatMap(outlinesOf)];
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown) figure.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  if (inSight.length === 0) return null;
  const frame = outlineFrame(inSight, size);
  // Whoever looks at one area closely wants its outlines, not a sign in the middle of them.
  const signed = shown ? [] : differences;
  return (
    <figure className="edition-map" ref={figure}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        {borders.map((border, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: borders stay in their order
          <path key={index} className="border" d={frame.path(border)} />
        ))}
        {differences.flatMap(({ change, earlier, later }) => [
          ...later.map(({ id, outline }) => (
            <path key={`later ${id}`} className={`later ${change}`} d={frame.path(outline)} />
          )),
          ...(change === "STAYED" ? [] : earlier).map(({ id, outline }) => (
            <path key={`earlier ${id}`} className={`earlier ${change}`} d={frame.path(outline)} />
          )),
        ])}
        {signed.map((difference) => (
          <ChangeSign
            key={keyOf(difference)}
            change={difference.change}
            at={frame.middle(outlinesOf(difference))}
          />
        ))}
      </svg>
      <figcaption>
        <ul className="edition-key">
          {editionChanges.map((change) => (
            <li key={change}>
              <ChangeIcon change={change} /> {words.changes[change]}
            </li>
          ))}
          <li>
            <Line className="later CHANGED" /> {words.laterLine}
          </li>
          <li>
            <Line className="earlier CHANGED" /> {words.earlierLine}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

export const keyOf = ({ earlier, later }: ShownDifference) =>
  [...earlier, ...later].map(({ id }) => id).join(" ");

function Line({ className }: { className: string }) {
  return (
    <svg width="32" height="12" viewBox="0 0 32 12" aria-hidden="true">
      <path className={className} d="M0 6H32" />
    </svg>
  );
}
