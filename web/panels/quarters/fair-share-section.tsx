import { useState } from "react";
import { type CountedProject, type DistrictShare, fairShare } from "#domain/area-choice/fair-share.ts";
import { quarterProject } from "#domain/quarter-project/quarter-project.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { problemText } from "../../data/problem-text.ts";
import { useAreas, useRecords } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { countedProjects, countedRenewal } from "./counted-projects.ts";
import { useQuartersText } from "./use-quarters-text.ts";
import { useYardstick, useYardstickOptions, type Yardstick } from "./use-yardstick.ts";

/** Projects and money by Stadtbezirk beside residents or a class of an index, in the order of numbers: no score, no ranking. */
export function FairShareSection() {
  const { text, formats, language } = useLanguage();
  const words = useQuartersText();
  const projects = useRecords(quarterProject.type, {}).data?.items;
  const renewal = useRecords(renewalArea.type, {}).data?.items;
  const options = useYardstickOptions();
  const [asked, setAsked] = useState("");
  const chosen = options.find(({ key }) => key === asked) ?? options[0]!;
  const { yardstick, error } = useYardstick(chosen);
  if (!projects || !renewal) return null;
  return (
    <details className="fair-share district-report">
      <summary>{words.fairShare}</summary>
      <p className="small">{words.fairShareNote}</p>
      <label className="field-inline">
        <span>{words.yardstick}</span>
        <select value={chosen.key} onChange={(event) => setAsked(event.target.value)}>
          {options.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen.definition && <p className="small">{words.classesNote}</p>}
      {yardstick?.unclassed ? (
        <p className="small">{words.unclassed(yardstick.unclassed, formats.number(yardstick.unclassed))}</p>
      ) : null}
      {error ? <Notice kind="problem">{problemText(error, text, language)}</Notice> : null}
      {!yardstick && !error && <Skeleton lines={6} label={text.app.working} />}
      {yardstick && (
        <>
          <ShareTable
            caption={words.projectShare}
            projects={countedProjects(projects)}
            amount={words.eurosAYear}
            {...{ yardstick, head: chosen.head }}
          />
          <ShareTable
            caption={words.renewalShare}
            projects={countedRenewal(renewal)}
            amount={words.frameEuros}
            {...{ yardstick, head: chosen.head }}
          />
        </>
      )}
    </details>
  );
}

/** Whether any amount is known where there is something to pay for: nothing known is not nothing paid. */
const isKnown = ({ projects, projectsWithoutAmount }: DistrictShare) =>
  projects === 0 || projectsWithoutAmount < projects;

function ShareTable({
  caption,
  projects,
  amount,
  yardstick,
  head,
}: {
  caption: string;
  projects: readonly CountedProject[];
  amount: string;
  yardstick: Yardstick;
  /** Whom the shares are counted by. */
  head: string;
}) {
  const { formats } = useLanguage();
  const words = useQuartersText();
  const districts = useAreas("district").data ?? [];
  const rows = fairShare(yardstick.residents, projects);
  const nameOf = (district: string) => districts.find(({ number }) => number === district)?.name ?? district;
  const orUnknown = (value: number | null, format: (value: number) => string) =>
    value === null ? words.unknown : format(value);
  // Of nobody there is no share, which is known.
  const shareOf = ({ residents }: DistrictShare, value: number | null, format: (value: number) => string) =>
    residents === 0 ? "–" : orUnknown(value, format);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
    <section className="district-scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.district}</th>
            {[
              head,
              words.number,
              yardstick.unclassed === null ? words.perThousand : words.perThousandOfThem,
              amount,
              yardstick.unclassed === null ? words.eurosPerThousand : words.eurosPerThousandOfThem,
              words.noAmount,
            ].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.district}>
              <th scope="row">{nameOf(row.district)}</th>
              <td className="number">{orUnknown(row.residents, formats.number)}</td>
              <td className="number">{formats.number(row.projects)}</td>
              <td className="number">
                {shareOf(row, row.projectsPerThousand, (value) => formats.number(value, 2))}
              </td>
              <td className="number">{orUnknown(isKnown(row) ? row.euros : null, formats.euros)}</td>
              <td className="number">
                {shareOf(row, isKnown(row) ? row.eurosPerThousand : null, formats.euros)}
              </td>
              <td className="number">{formats.number(row.projectsWithoutAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
