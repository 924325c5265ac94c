import { type CountedProject, type DistrictShare, fairShare } from "#domain/area-choice/fair-share.ts";
import { quarterProject } from "#domain/quarter-project/quarter-project.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { useAreas, useRecords } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { countedProjects, countedRenewal } from "./counted-projects.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/** Projects and money by Stadtbezirk and per 1,000 residents, in the order of numbers: no score and no ranking. */
export function FairShareSection() {
  const words = useQuartersText();
  const projects = useRecords(quarterProject.type, {}).data?.items;
  const renewal = useRecords(renewalArea.type, {}).data?.items;
  if (!projects || !renewal) return null;
  return (
    <details className="fair-share district-report">
      <summary>{words.fairShare}</summary>
      <p className="small">{words.fairShareNote}</p>
      <ShareTable
        caption={words.projectShare}
        projects={countedProjects(projects)}
        amount={words.eurosAYear}
      />
      <ShareTable caption={words.renewalShare} projects={countedRenewal(renewal)} amount={words.frameEuros} />
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
}: {
  caption: string;
  projects: readonly CountedProject[];
  amount: string;
}) {
  const { formats } = useLanguage();
  const words = useQuartersText();
  const districts = useAreas("district").data ?? [];
  const rows = fairShare(
    districts.map(({ number, residents }) => ({ district: number, residents })),
    projects,
  );
  const orUnknown = (value: number | null, format: (value: number) => string) =>
    value === null ? words.unknown : format(value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
    <section className="district-scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.district}</th>
            {[
              words.residents,
              words.number,
              words.perThousand,
              amount,
              words.eurosPerThousand,
              words.noAmount,
            ].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.district}>
              <th scope="row">{districts[index]?.name ?? row.district}</th>
              <td className="number">{orUnknown(row.residents, formats.number)}</td>
              <td className="number">{formats.number(row.projects)}</td>
              <td className="number">
                {orUnknown(row.projectsPerThousand, (value) => formats.number(value, 2))}
              </td>
              <td className="number">{orUnknown(isKnown(row) ? row.euros : null, formats.euros)}</td>
              <td className="number">
                {orUnknown(isKnown(row) ? row.eurosPerThousand : null, formats.euros)}
              </td>
              <td className="number">{formats.number(row.projectsWithoutAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
