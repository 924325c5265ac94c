import { assessmentTopics } from "#domain/assessment/expert-assessment.ts";
import type { DistrictProfile, ProfileStatement } from "#domain/contract/district-contract.ts";
import { capacityUnits } from "#domain/facility/facility-types.ts";
import { formatsOf } from "#domain/text/formats.ts";
import type { Language } from "#domain/text/text.ts";
import { districtWords } from "./district-words.ts";
import { type MonitoringContent, monitoringContent } from "./monitoring-content.ts";
import { type SupplyContent, supplyContent } from "./supply-content.ts";

export interface ListContent {
  heading: string;
  items: { name: string; facts: string }[];
  /** Entries that are left out, in words; null where all are listed. */
  more: string | null;
  /** Said in place of the items. */
  empty: string | null;
}

/** A profile in words, the same for the page and the PDF; the map stands beside figures and ages. */
export interface DistrictContent {
  language: Language;
  kind: string;
  title: string;
  status: string;
  notice: string | null;
  figures: { name: string; value: string; note: string; source: string }[];
  ages: { heading: string; columns: string[]; rows: string[][]; empty: string | null };
  monitoring: MonitoringContent;
  supply: SupplyContent;
  lists: ListContent[];
  sources: { heading: string; items: string[] };
}

/**
 * How much of the lists is written out, so that two pages are enough; the rest is counted. The first is what is
 * usual, each further one is tighter.
 */
export const listLimits = [
  { items: 12, statements: 6, letters: 240 },
  { items: 8, statements: 4, letters: 180 },
  { items: 5, statements: 3, letters: 120 },
  { items: 3, statements: 2, letters: 80 },
] as const;
export type ListLimits = (typeof listLimits)[number];

/** Puts a profile into words. */
export function districtContent(
  profile: DistrictProfile,
  { language, notice, limits }: { language: Language; notice: string | null; limits: ListLimits },
): DistrictContent {
  const say = districtWords[language];
  const formats = formatsOf(language);
  const cite = (source: number) => say.source(source + 1);
  const monitoring = monitoringContent(profile, language);
  return {
    language,
    kind: say.kind,
    title: `${profile.level.singular[language]} ${profile.name}`,
    status: say.status(say.views[profile.visibility], formats.date(profile.madeOn)),
    notice,
    figures: figures(),
    ages: {
      heading: say.ages,
      columns: [say.ageColumns.group, say.ageColumns.district, say.ageColumns.city],
      rows: profile.ages.map(({ name, shortName, district, city, decimals, unit, source }) => {
        const told = ({ value, state }: { value: number | null; state: keyof typeof say.states }) =>
          value === null ? say.states[state] : formats.value(value, { unit, decimals });
        return [`${(shortName ?? name)[language]} ${cite(source)}`, told(district), told(city)];
      }),
      empty: profile.ages.length === 0 ? say.noAges : null,
    },
    monitoring,
    supply: supplyContent(profile, language),
    lists: [renewal(), projects(), sites(), ...statements()],
    sources: {
      heading: say.sources,
      items: profile.sources.map(({ source, licence, referenceDate }, index) =>
        [
          cite(index),
          [source, licence, say.asOf(formats.period(referenceDate))].filter(Boolean).join(", "),
        ].join(" "),
      ),
    },
  };

  function figures(): DistrictContent["figures"] {
    const { residents, supply } = profile;
    const [lead] = profile.monitoring.indicators;
    const total = (layer: "BESTAND" | "BESCHLOSSEN" | "GEPLANT") =>
      formats.number(supply.rows.reduce((sum, { layers }) => sum + layers[layer].count, 0));
    return [
      {
        name: say.residents,
        value: residents.value === null ? say.states[residents.state] : formats.number(residents.value),
        note: residents.shareOfCity === null ? "" : say.shareOfCity(formats.share(residents.shareOfCity)),
        source: cite(residents.source),
      },
      ...(lead
        ? [
            {
              name: (lead.shortName ?? lead.name)[language],
              value:
                lead.district.value === null
                  ? say.states[lead.district.state]
                  : formats.value(lead.district.value, lead),
              note: lead.city.value === null ? "" : say.inCity(formats.value(lead.city.value, lead)),
              source: cite(lead.source),
            },
          ]
        : []),
      {
        name: say.facilities,
        value: total("BESTAND"),
        note: say.coming(total("BESCHLOSSEN"), total("GEPLANT")),
        source: cite(supply.source),
      },
    ];
  }

  function renewal(): ListContent {
    return list(
      say.renewal,
      profile.renewal.map(({ title, state, isEarlier, edition, source }) => ({
        name: title,
        facts: [state[language], edition, isEarlier ? say.earlier : null, cite(source)],
      })),
      say.noRenewal,
    );
  }

  function projects(): ListContent {
    return list(
      say.projects,
      profile.projects.map(({ title, kind, state, start, plannedEnd, provider, source }) => ({
        name: title,
        facts: [
          kind[language],
          state[language],
          [start, plannedEnd].flatMap((day) => (day ? formats.date(day) : [])).join(" – "),
          provider,
          cite(source),
        ],
      })),
      say.noProjects,
    );
  }

  function sites(): ListContent {
    return list(
      say.sites,
      profile.sites.map(({ title, typeName, state, uses, openingYear, source }) => ({
        name: title,
        facts: [
          typeName[language],
          state[language],
          ...uses.map(
            ({ name, unit, amount }) =>
              `${name[language]} ${formats.number(amount)} ${capacityUnits[unit][language]}`,
          ),
          openingYear === null ? null : say.openingYear(openingYear),
          cite(source),
        ],
      })),
      say.noSites,
    );
  }

  function statements(): ListContent[] {
    if (profile.statements === null) return [];
    const { statements: most, letters } = limits;
    return [
      list(
        say.statements,
        profile.statements.map((one) => ({
          name: assessmentTopics[one.topic][language],
          facts: [shortened(one.statement, letters), ...standsTo(one), one.office, formats.date(one.date)],
        })),
        say.noStatements,
        most,
      ),
    ];
  }

  /** Figures a statement confirms or contradicts, by the names of the table. */
  function standsTo({ confirmsIndicators, contradictsIndicators }: ProfileStatement): string[] {
    const names = (codes: readonly string[]) =>
      profile.monitoring.indicators
        .filter(({ code }) => codes.includes(code))
        .map(({ name, shortName }) => (shortName ?? name)[language]);
    const confirmed = names(confirmsIndicators);
    const contradicted = names(contradictsIndicators);
    return [
      ...(confirmed.length > 0 ? [say.confirms(formats.list(confirmed))] : []),
      ...(contradicted.length > 0 ? [say.contradicts(formats.list(contradicted))] : []),
    ];
  }

  function list(
    heading: string,
    items: readonly { name: string; facts: readonly (string | null)[] }[],
    empty: string,
    most: number = limits.items,
  ): ListContent {
    const rest = items.length - most;
    return {
      heading,
      items: items.slice(0, most).map(({ name, facts }) => ({
        name: shortened(name, limits.letters),
        facts: facts.filter(Boolean).join(" · "),
      })),
      more: rest > 0 ? say.more(rest) : null,
      empty: items.length === 0 ? empty : null,
    };
  }
}

function shortened(text: string, letters: number): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= letters ? line : `${line.slice(0, letters - 1).trimEnd()}…`;
}
