import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { editionChanges, leastCommonShare, leastDifference } from "#domain/renewal/edition-differences.ts";
import type { Edition } from "#domain/renewal/editions.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { OpeningDetails } from "../../ui/opening-details.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { RecordLink } from "../selection/record-link.tsx";
import { ChangeIcon } from "./change-sign.tsx";
import { EditionMap, keyOf } from "./edition-map.tsx";
import {
  type ShownArea,
  type ShownDifference,
  titleOf,
  useEditionDifferences,
  useEditions,
} from "./use-edition-differences.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/** Two editions of the Stadterneuerungsvorranggebiete beside each other; what is told is what this person reads anyway. */
export function EditionsSection() {
  const words = useQuartersText().editions;
  return (
    <OpeningDetails className="fair-share district-report" summary={words.title}>
      {() => <Editions />}
    </OpeningDetails>
  );
}

function Editions() {
  const { text, formats } = useLanguage();
  const words = useQuartersText().editions;
  const editions = useEditions();
  const [asked, setAsked] = useState<{ earlier?: string; later?: string }>({});
  const [shownKey, setShown] = useState<string | null>(null);
  const named = (name: string | undefined) => editions?.find((one) => one.name === name);
  const earlier = named(asked.earlier) ?? editions?.[0];
  const later = named(asked.later) ?? editions?.find(({ name }) => name !== earlier?.name);
  const differences = useEditionDifferences(earlier, later);
  if (!editions) return <Skeleton lines={6} label={text.app.working} />;
  if (!earlier || !later) return <p>{words.needsTwo}</p>;
  const shown = differences.find((one) => keyOf(one) === shownKey);
  const counts = editionChanges.map((change) =>
    words.count[change](differences.filter((one) => one.change === change).length),
  );
  const choose = (side: "earlier" | "later") => (name: string) => {
    setAsked({ earlier: earlier.name, later: later.name, [side]: name });
    setShown(null);
  };
  return (
    <section>
      <p className="small">{words.note}</p>
      <div className="district-choice edition-choice">
        <Choice label={words.earlier} editions={editions} chosen={earlier} choose={choose("earlier")} />
        <Choice label={words.later} editions={editions} chosen={later} choose={choose("later")} />
      </div>
      {earlier.name === later.name ? (
        <p>{words.same}</p>
      ) : (
        <>
          <p aria-live="polite">{formats.list(counts)}.</p>
          <Held edition={earlier} />
          <Held edition={later} />
          <p className="button-row">
            <button type="button" className="button" onClick={() => setShown(null)}>
              {words.wholeCity}
            </button>
            <span aria-live="polite">{shown && words.lookAt(titleOf(shown))}</span>
          </p>
          <EditionMap
            label={words.map(earlier.name, later.name, formats.list(counts))}
            differences={differences}
            shown={shown}
          />
          <DifferenceTable differences={differences} shown={shown} show={setShown} />
          <p className="small">
            {words.method(formats.share(leastCommonShare), formats.share(leastDifference))}
          </p>
          <p className="small">{words.residents}</p>
        </>
      )}
    </section>
  );
}

function Choice({
  label,
  editions,
  chosen,
  choose,
}: {
  label: string;
  editions: readonly Edition<RecordAnswer>[];
  chosen: Edition<RecordAnswer>;
  choose: (name: string) => void;
}) {
  const { formats } = useLanguage();
  const words = useQuartersText().editions;
  return (
    <label className="field-inline">
      <span>{label}</span>
      <select value={chosen.name} onChange={(event) => choose(event.target.value)}>
        {editions.map(({ name, since, hasDrafts }) => (
          <option key={name} value={name}>
            {[name, since && words.since(formats.date(since)), hasDrafts && words.draft]
              .filter(Boolean)
              .join(", ")}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Of which areas an edition consists, where that is not plain. */
function Held({ edition: { name, since, areas, fromOthers } }: { edition: Edition<RecordAnswer> }) {
  const { formats } = useLanguage();
  const words = useQuartersText().editions;
  if (since === null) return <p className="small">{words.undated(name)}</p>;
  if (fromOthers === 0) return null;
  return (
    <p className="small">
      {words.held(
        name,
        formats.number(areas.length - fromOthers),
        formats.number(fromOthers),
        formats.date(since),
      )}
    </p>
  );
}

function DifferenceTable({
  differences,
  shown,
  show,
}: {
  differences: readonly ShownDifference[];
  shown: ShownDifference | undefined;
  show: (key: string) => void;
}) {
  const { formats } = useLanguage();
  const words = useQuartersText().editions;
  const hectares = (squareMetres: number) => formats.number(squareMetres / 10_000, 1);
  const withShare = (squareMetres: number, share: number | null) =>
    share === null ? hectares(squareMetres) : `${hectares(squareMetres)} (${formats.share(share)})`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
    <section className="district-scroll editions" tabIndex={0} aria-label={words.table}>
      <table aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.area}</th>
            <th scope="col">{words.change}</th>
            {[words.earlierHa, words.laterHa, words.gained, words.lost].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col">{words.section}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={keyOf(one)}>
              <th scope="row">
                <Names
                  areas={
                    one.earlier.length > 0 && one.later.length > 0
                      ? renamed(one)
                      : [...one.earlier, ...one.later]
                  }
                />
              </th>
              <td>
                <span className="edition-change">
                  <ChangeIcon change={one.change} /> {words.changes[one.change]}
                </span>
              </td>
              <td className="number">{one.earlier.length > 0 ? hectares(one.earlierM2) : "–"}</td>
              <td className="number">{one.later.length > 0 ? hectares(one.laterM2) : "–"}</td>
              <td className="number">
                {one.change === "OUT" ? "–" : withShare(one.gainedM2, one.gainedShare)}
              </td>
              <td className="number">{one.change === "IN" ? "–" : withShare(one.lostM2, one.lostShare)}</td>
              <td>
                <button
                  type="button"
                  className="link-button"
                  aria-pressed={one === shown}
                  aria-label={words.lookAt(titleOf(one))}
                  onClick={() => show(keyOf(one))}
                >
                  {words.look}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The later areas, and those earlier ones that were called otherwise. */
function renamed({ earlier, later }: ShownDifference): ShownArea[] {
  return [...later, ...earlier.filter(({ title }) => later.every((one) => one.title !== title))];
}

/** Names like "Urbanstraße/Neckarstraße" may end a line at the stroke. */
const breakable = (title: string) => title.replaceAll("/", "/\u200b");

function Names({ areas }: { areas: readonly ShownArea[] }) {
  return areas.map(({ id, title }) => (
    <RecordLink key={id} type={renewalPriorityArea.type} id={id}>
      {breakable(title)}
    </RecordLink>
  ));
}
