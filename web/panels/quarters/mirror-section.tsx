import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useDistrictText } from "../district/use-district-text.ts";
import { type MirrorRow, mirrorRows } from "./mirror-rows.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/** Where data and local view meet: the signal and the statement in two columns, differing ones first and marked. */
export function MirrorSection({
  area,
  name,
  profile,
}: {
  area: AreaRef;
  name: string;
  profile: DistrictProfile;
}) {
  const { formats } = useLanguage();
  const words = useQuartersText();
  const rows = mirrorRows(profile, area);
  const differing = rows.filter(({ isContradiction }) => isContradiction).length;
  return (
    <section>
      <h2 id="mirror">{words.mirror}</h2>
      {rows.length === 0 && <p>{words.noMirror}</p>}
      {differing > 0 && <p>{words.discuss(differing, formats.number(differing))}</p>}
      {rows.length > 0 && (
        <table aria-label={words.mirrorTable} className="mirror">
          <thead>
            <tr>
              <th scope="col">{words.data}</th>
              <th scope="col">{words.said}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MirrorLine
                key={`${row.indicator.code} ${row.statement.id}`}
                row={row}
                name={row.isOfDistrict ? profile.name : name}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function MirrorLine({ row, name }: { row: MirrorRow; name: string }) {
  const { say, formats } = useLanguage();
  const words = useQuartersText();
  const district = useDistrictText();
  const { indicator, cell, scale, statement, isContradiction } = row;
  const { value, state, difference } = cell;
  const signal = [
    value === null ? district.states[state] : formats.value(value, indicator),
    cell.class !== null &&
      scale &&
      district.classAt(formats.number(cell.class + 1), formats.number(scale.colours.length)),
    difference !== null && district.against(formats.change(difference, indicator.decimals)),
  ];
  return (
    <tr className={isContradiction ? "is-contradiction" : undefined}>
      <td>
        <strong>{say(indicator.name)}</strong>
        <small>
          {words.about(name)}: {signal.filter(Boolean).join(", ")}
        </small>
      </td>
      <td>
        <strong>{isContradiction ? words.contradicts : words.confirms}</strong>
        <blockquote>{statement.statement}</blockquote>
        <small>
          {statement.office} · {formats.date(statement.date)}
        </small>
      </td>
    </tr>
  );
}
