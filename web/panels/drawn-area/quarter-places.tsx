import type { ReactNode } from "react";
import { type FacilityTypeCode, facilityTypes } from "#domain/facility/facility-types.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { RecordLink } from "../selection/record-link.tsx";
import { type ProfileSources, SourceNumber } from "./profile-sources.tsx";
import { useProfileText, useShareText } from "./use-profile-text.ts";
import type { FoundRecords, QuarterRecords } from "./use-quarter-records.ts";
import type { WithinQuarter } from "./within-quarter.ts";

/** Facilities by kind, and what overlaps a quarter with the shares of both, as this person reads them. */
export function QuarterPlaces({ records, sources }: { records: QuarterRecords; sources: ProfileSources }) {
  const words = useProfileText();
  const { facilities, renewal, projects, sites } = records;
  return (
    <>
      <Section id="quarter-facilities" heading={words.facilities} of={[facilities]} sources={sources}>
        <Facilities found={facilities} />
        <p className="small">{words.facilitiesNote}</p>
      </Section>
      <Section id="quarter-renewal" heading={words.renewal} of={renewal} sources={sources}>
        <Overlaps labelledBy="quarter-renewal" of={renewal} empty={words.noRenewal} />
      </Section>
      <Section id="quarter-projects" heading={words.projects} of={projects} sources={sources}>
        <Overlaps labelledBy="quarter-projects" of={projects} empty={words.noProjects} />
      </Section>
      <Section id="quarter-sites" heading={words.sites} of={sites} sources={sources}>
        <Overlaps labelledBy="quarter-sites" of={sites} empty={words.noSites} />
      </Section>
    </>
  );
}

function Section({
  id,
  heading,
  of,
  sources,
  children,
}: {
  id: string;
  heading: string;
  of: readonly FoundRecords[];
  sources: ProfileSources;
  children: ReactNode;
}) {
  const { layers } = useOpened();
  const types = new Set(of.filter(({ items }) => items.length > 0).map(({ type }) => type.type));
  const named = layers.filter(({ layer }) => types.has(layer)).flatMap(({ provenance }) => provenance);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
      {named.length > 0 && (
        <p className="small">
          <SourceNumber sources={sources} of={named} />
        </p>
      )}
    </section>
  );
}

function Facilities({ found: { type, items } }: { found: FoundRecords }) {
  const { say, formats } = useLanguage();
  const words = useProfileText();
  if (items.length === 0) return <p>{words.noFacilities}</p>;
  const kinds = new Map<FacilityTypeCode, WithinQuarter[]>();
  for (const found of items) {
    const kind = found.record.properties.type as FacilityTypeCode;
    kinds.set(kind, [...(kinds.get(kind) ?? []), found]);
  }
  const rows = [...kinds]
    .map(([kind, of]) => ({ kind, name: facilityTypes[kind] ? say(facilityTypes[kind].name) : kind, of }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <table aria-labelledby="quarter-facilities" className="quarter-kinds">
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col" className="number">
            {words.number}
          </th>
          <th scope="col">{words.names}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, name, of }) => (
          <tr key={kind}>
            <th scope="row">{name}</th>
            <td className="number">{formats.number(of.length)}</td>
            <td>
              <ul className="plain-list">
                {of.map((one) => (
                  <li key={one.record.id}>
                    <RecordLink type={type.type} id={one.record.id}>
                      {type.title(one.record.properties)}
                    </RecordLink>
                    {one.record.state !== "IN_BETRIEB" && (
                      <small>
                        {" "}
                        (<StateOf type={type} found={one} />)
                      </small>
                    )}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Overlaps({
  labelledBy,
  of,
  empty,
}: {
  labelledBy: string;
  of: readonly FoundRecords[];
  empty: string;
}) {
  const { say } = useLanguage();
  const words = useProfileText();
  const shareText = useShareText();
  const rows = of.flatMap(({ type, items }) => items.map((found) => ({ type, found })));
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{words.record}</th>
          <th scope="col" className="number">
            {words.ofQuarter}
          </th>
          <th scope="col" className="number">
            {words.ofRecord}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ type, found }) => (
          <tr key={`${type.type}${found.record.id}`}>
            <th scope="row">
              <RecordLink type={type.type} id={found.record.id}>
                {type.title(found.record.properties)}
              </RecordLink>
              <small>
                {say(type.names.singular)} · <StateOf type={type} found={found} />
              </small>
            </th>
            {found.shares ? (
              <>
                <td className="number">{shareText(found.shares.ofQuarter)}</td>
                <td className="number">{shareText(found.shares.ofOther)}</td>
              </>
            ) : (
              <td className="number" colSpan={2}>
                {words.point}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateOf({ type, found: { record } }: { type: RecordType; found: WithinQuarter }) {
  const { say } = useLanguage();
  const words = useProfileText();
  const { edition } = record.properties;
  const state = type.lifecycle.states[record.state]?.name;
  const isEarlier = type.derived?.(record as StoredRecord).earlier === true;
  return [
    typeof edition === "string" ? `${words.edition} ${edition}` : null,
    isEarlier ? words.earlier : state && say(state),
  ]
    .filter(Boolean)
    .join(" · ");
}
