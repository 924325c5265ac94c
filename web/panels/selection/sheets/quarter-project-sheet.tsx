import {
  fundDecisions,
  type QuarterProject,
  quarterProjectKinds,
} from "#domain/quarter-project/quarter-project.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { ThreeFigures } from "../../../ui/three-figures.tsx";
import { Fact, Facts } from "../facts.tsx";
import type { SheetProps } from "../record-sheet.tsx";

/** Quartiersprojekt: kind, running time, coordination; then goals and who carries it. */
export function QuarterProjectSheet({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const project = record.properties as Partial<QuarterProject>;
  const { coordination, fund } = project;
  const start = project.start ? formats.date(project.start) : null;
  const end = project.plannedEnd ? formats.date(project.plannedEnd) : null;
  return (
    <>
      <ThreeFigures
        figures={[
          {
            name: type.fields.kind ? say(type.fields.kind.name) : "",
            value: project.kind ? say(quarterProjectKinds[project.kind]) : text.record.unknown,
          },
          {
            name: text.record.runtime,
            value: start
              ? end
                ? text.record.until(start, end)
                : text.record.since(start)
              : text.record.unknown,
          },
          {
            name: text.record.coordination,
            value: coordination?.office ?? text.record.unknown,
            note:
              coordination?.fte === undefined
                ? undefined
                : `${text.record.fte} ${formats.number(coordination.fte, 2)}`,
          },
        ]}
      />
      {(project.goals?.length ?? 0) > 0 && (
        <section>
          <h4>{text.record.goals}</h4>
          <ul className="plain-list">
            {project.goals?.map((goal) => (
              <li key={goal.text}>
                {goal.text} <span className="badge">{text.record.goalStates[goal.status]}</span>
                {goal.measurableBy && <small>{goal.measurableBy}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Facts
        record={record}
        type={type}
        fields={["provider", "themes", "isIntegrated", "steeringGroup", "source"]}
      >
        <Fact
          name={type.fields.leadDepartment ? say(type.fields.leadDepartment.name) : ""}
          value={
            project.leadDepartment
              ? (text.departments[project.leadDepartment] ?? project.leadDepartment)
              : text.record.unknown
          }
        />
        <Fact
          name={type.fields.targetGroups ? say(type.fields.targetGroups.name) : ""}
          value={
            (project.targetGroups ?? []).length === 0
              ? text.record.allGroups
              : formats.list(
                  (project.targetGroups ?? []).map((group) => {
                    const name = type.fields.targetGroups?.values?.[group];
                    return name ? say(name) : group;
                  }),
                )
          }
        />
        {coordination?.openWeekdays !== undefined && (
          <Fact name={text.record.weekdays} value={formats.number(coordination.openWeekdays)} />
        )}
        {fund && (
          <Fact
            name={type.fields.fund ? say(type.fields.fund.name) : ""}
            value={[
              say(fundDecisions[fund.decision]),
              fund.annualAmountEur !== undefined &&
                `${formats.euros(fund.annualAmountEur)} ${text.record.fundAmount}`,
            ]
              .filter(Boolean)
              .join(", ")}
          />
        )}
      </Facts>
    </>
  );
}
