import { useLanguage } from "../../i18n/language.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { RecordLink } from "../selection/record-link.tsx";
import { CountResidents, ResidentMethod } from "./count-residents.tsx";
import type { Overlap, Overlaps } from "./use-overlaps.ts";
import { useQuartersText } from "./use-quarters-text.ts";
import { type Counting, shareOfResidents, useResidents } from "./use-residents.ts";

/** Vorranggebiete, Sanierungsgebiete and quarter projects on the ground of an area, by ground and by residents. */
export function RenewalFactor({ name, overlaps }: { name: string; overlaps: Overlaps | undefined }) {
  const { text } = useLanguage();
  const words = useQuartersText();
  const { mayCount, counting, count } = useResidents(overlaps);
  return (
    <section>
      <h2>{words.renewal}</h2>
      {!overlaps && <Skeleton lines={4} label={text.app.working} />}
      {overlaps?.items.length === 0 && <p>{words.noRenewal}</p>}
      {overlaps && overlaps.items.length > 0 && (
        <>
          <OverlapTable name={name} items={overlaps.items} counting={counting} />
          <CountResidents counting={counting} mayCount={mayCount} words={words} onCount={count} />
          <p className="small">{words.groundMethod}</p>
          <p className="small">{mayCount ? words.logged : words.mayNotCount}</p>
          <ResidentMethod counting={counting} words={words} />
        </>
      )}
    </section>
  );
}

function OverlapTable({
  name,
  items,
  counting,
}: {
  name: string;
  items: readonly Overlap[];
  counting: Counting;
}) {
  const { say, formats } = useLanguage();
  const words = useQuartersText();
  const residentsOf = ({ record }: Overlap) => {
    if (counting.kind !== "counted") return words.notCounted;
    const share = shareOfResidents(counting.residents, record.id);
    return share === null ? words.withheld : formats.share(share);
  };
  return (
    <table aria-label={words.overlapTable(name)}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" className="number">
            {words.ofGround}
          </th>
          <th scope="col" className="number">
            {words.ofResidents}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const { type, record, share, isEarlier } = item;
          const { edition } = record.properties;
          const state = type.lifecycle.states[record.state]?.name;
          return (
            <tr key={record.id}>
              <th scope="row">
                <RecordLink type={record.type} id={record.id}>
                  {type.title(record.properties)}
                </RecordLink>
                <small>
                  {[
                    say(type.names.singular),
                    typeof edition === "string" ? `${words.edition} ${edition}` : null,
                    isEarlier ? words.earlier : state && say(state),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </th>
              <td className="number">{formats.share(share)}</td>
              <td className="number">{residentsOf(item)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
