import { useState } from "react";
import type { RevisionAnswer } from "#domain/contract/contract.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { differences } from "#domain/revision/differences.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { useDifferenceText } from "./use-difference-text.ts";

/** Two versions chosen and what differs between them side by side; `revisions` in their order, at least two. */
export function RevisionComparison({ revisions }: { revisions: readonly RevisionAnswer[] }) {
  const { text } = useLanguage();
  const { history } = usePeopleText();
  const [earlier, setEarlier] = useState<number | null>(null);
  const [later, setLater] = useState<number | null>(null);
  // A version written meanwhile moves what nobody chose.
  const chosen = [earlier ?? revisions.at(-2)?.revision, later ?? revisions.at(-1)?.revision];
  const [before, after] = revisions.filter(({ revision }) => chosen.includes(revision));
  const type = recordTypeOf(revisions[0]?.record.type ?? "");
  const choices = [
    { name: history.earlier, value: chosen[0], choose: setEarlier },
    { name: history.later, value: chosen[1], choose: setLater },
  ];
  return (
    <section className="stack" aria-label={history.compare}>
      <h4>{history.compare}</h4>
      <div className="version-choice">
        {choices.map(({ name, value, choose }) => (
          <label key={name} className="field">
            <span>{name}</span>
            <select value={value} onChange={(event) => choose(Number(event.target.value))}>
              {revisions.map(({ revision }) => (
                <option key={revision} value={revision}>
                  {text.record.revision(revision)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <div role="status">
        {type && before && after ? (
          <Differences type={type} before={before} after={after} />
        ) : (
          <p className="small">{history.same}</p>
        )}
      </div>
    </section>
  );
}

function Differences({
  type,
  before,
  after,
}: {
  type: RecordType;
  before: RevisionAnswer;
  after: RevisionAnswer;
}) {
  const { text, formats } = useLanguage();
  const { history } = usePeopleText();
  const tell = useDifferenceText();
  // The wire says the geometry is something; the store keeps nothing but GeoJSON.
  const [from, to] = [before.record as StoredRecord, after.record as StoredRecord];
  const lines = differences(type, from, to).map((one) => tell(type, one));
  if (lines.length === 0) return <p className="small">{history.same}</p>;
  const heading = ({ revision, office, at }: RevisionAnswer) => (
    <>
      {text.record.revision(revision)}
      <small className="version-made">
        {formats.moment(at)}
        {office && `, ${office}`}
      </small>
    </>
  );
  return (
    <DifferenceTable
      caption={history.compare}
      field={history.field}
      versions={[heading(before), heading(after)]}
      lines={lines}
    />
  );
}
