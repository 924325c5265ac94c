import type { ReactNode } from "react";
import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import { capacityUnits } from "#domain/facility/facility-types.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { RecordLink } from "../selection/record-link.tsx";
import { Sourced } from "./source-tip.tsx";
import { useDistrictText } from "./use-district-text.ts";

interface Entry {
  id: string;
  type: string;
  title: string;
  source: number;
  facts: readonly (string | null)[];
}

/** SVG and Sanierungsgebiete, Quartiersprojekte, sites: each leads to its place on the map. */
export function ProfileLists({ profile }: { profile: DistrictProfile }) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  return (
    <div className="district-lists">
      <List
        heading={words.renewal}
        empty={words.noRenewal}
        entries={profile.renewal.map((one) => ({
          ...one,
          facts: [say(one.state), one.edition, one.isEarlier ? words.earlier : null],
        }))}
      />
      <List
        heading={words.projects}
        empty={words.noProjects}
        entries={profile.projects.map((one) => ({
          ...one,
          facts: [
            say(one.kind),
            say(one.state),
            [one.start, one.plannedEnd].flatMap((day) => (day ? formats.date(day) : [])).join(" – "),
            one.provider,
          ],
        }))}
      />
      <List
        heading={words.sites}
        empty={words.noSites}
        entries={profile.sites.map((one) => ({
          ...one,
          facts: [
            say(one.typeName),
            say(one.state),
            ...one.uses.map(
              ({ name, unit, amount }) =>
                `${say(name)} ${formats.number(amount)} ${say(capacityUnits[unit])}`,
            ),
            one.openingYear === null ? null : words.openingYear(one.openingYear),
          ],
        }))}
      />
    </div>
  );
}

function List({ heading, empty, entries }: { heading: string; empty: ReactNode; entries: readonly Entry[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      {entries.length === 0 && <p>{empty}</p>}
      <ul className="plain-list">
        {entries.map(({ id, type, title, source, facts }) => (
          <li key={id}>
            <RecordLink type={type} id={id}>
              {title}
            </RecordLink>{" "}
            <Sourced source={source} name={title}>
              {facts.filter(Boolean).join(" · ")}
            </Sourced>
          </li>
        ))}
      </ul>
    </section>
  );
}
