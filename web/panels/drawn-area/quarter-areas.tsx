import type { MultiPolygon, Polygon } from "geojson";
import { type ReactNode, useMemo } from "react";
import { CountResidents, ResidentMethod } from "../quarters/count-residents.tsx";
import {
  type Counting,
  type GroundToCount,
  shareOfResidents,
  useResidents,
} from "../quarters/use-residents.ts";
import { useProfileText, useShareText } from "./use-profile-text.ts";
import type { NamedParts } from "./use-quarter-parts.ts";

/** The areas a quarter overlaps, both shares by ground, and by residents for whoever asks. */
export function QuarterAreas({
  quarter,
  overlap,
  areas,
  children,
}: {
  quarter: Polygon | MultiPolygon;
  overlap: NamedParts;
  /** What areas of this level are called. */
  areas: string;
  /** Where the outlines come from. */
  children: ReactNode;
}) {
  const words = useProfileText();
  const shareText = useShareText();
  const ground = useMemo(
    (): GroundToCount => ({
      shape: quarter,
      items: overlap.parts.map(({ number, outline }) => ({ record: { id: number }, outline })),
    }),
    [quarter, overlap],
  );
  const { mayCount, counting, count } = useResidents(ground);
  if (overlap.parts.length === 0) return <p>{words.noAreas}</p>;
  return (
    <section aria-labelledby="quarter-areas">
      <h2 id="quarter-areas">{words.areas(areas)}</h2>
      <table aria-labelledby="quarter-areas">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" className="number">
              {words.ofArea}
            </th>
            <th scope="col" className="number">
              {words.ofQuarter}
            </th>
            {counting.kind === "counted" && (
              <th scope="col" className="number">
                {words.residentsOfQuarter}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {overlap.parts.map(({ number, name, ofArea, ofQuarter }) => (
            <tr key={number}>
              <th scope="row">{name}</th>
              <td className="number">{shareText(ofArea)}</td>
              <td className="number">{shareText(ofQuarter)}</td>
              <ResidentCell counting={counting} number={number} />
            </tr>
          ))}
        </tbody>
      </table>
      {overlap.covered < 0.995 && <p className="small">{words.covered(shareText(overlap.covered))}</p>}
      <p className="small">
        {words.groundMethod} {children}
      </p>
      <ResidentMethod counting={counting} words={words} />
      <div className="on-screen">
        <CountResidents
          counting={counting}
          mayCount={mayCount}
          words={{ ...words, counting: words.countingParts }}
          onCount={count}
        />
        {mayCount && counting.kind !== "counted" && <p className="small">{words.logged}</p>}
      </div>
    </section>
  );
}

function ResidentCell({ counting, number }: { counting: Counting; number: string }) {
  const words = useProfileText();
  const shareText = useShareText();
  if (counting.kind !== "counted") return null;
  const share = shareOfResidents(counting.residents, number);
  return <td className="number">{share === null ? words.withheld : shareText(share)}</td>;
}
