import { fundingProgrammes, type RenewalArea } from "#domain/renewal/renewal-area.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { ThreeFigures } from "../../../ui/three-figures.tsx";
import { Fact, Facts } from "../facts.tsx";
import type { SheetProps } from "../record-sheet.tsx";

/** Sanierungsgebiet: statute, its deadline and the end of funding, which are different dates. */
export function RenewalAreaSheet({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const area = record.properties as Partial<RenewalArea>;
  const date = (day: string | undefined) => (day ? formats.date(day) : text.record.unknown);
  const programmes = area.programmes ?? [];
  const fundingEnd = programmes
    .flatMap(({ fundingPeriodEnd }) => fundingPeriodEnd ?? [])
    .sort()
    .at(-1);
  const deadline = [area.statute?.implementationDeadline, ...(area.statute?.extensions ?? [])]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return (
    <>
      <ThreeFigures
        figures={[
          { name: text.record.statuteInForce, value: date(area.statute?.inForceSince) },
          { name: text.record.deadline, value: date(deadline) },
          { name: text.record.fundingEnd, value: date(fundingEnd) },
        ]}
      />
      <Facts record={record} type={type} fields={["procedure", "goals", "councilPapers", "source"]}>
        {programmes.map((one) => (
          <Fact
            key={`${one.programme}${one.admittedYear ?? ""}`}
            name={text.record.programme}
            value={[
              say(fundingProgrammes[one.programme]),
              one.admittedYear && String(one.admittedYear),
              one.fundingFrameEur !== undefined &&
                `${text.record.frame} ${formats.euros(one.fundingFrameEur)}`,
            ]
              .filter(Boolean)
              .join(", ")}
          />
        ))}
        <Fact
          name={text.record.urbanRenewal}
          value={
            (area.fromPriorityAreaNumbers ?? []).length > 0 &&
            formats.list((area.fromPriorityAreaNumbers ?? []).map(String))
          }
        />
        <Fact
          name={text.record.resolvedOn}
          value={area.statute?.resolvedOn && date(area.statute.resolvedOn)}
        />
      </Facts>
    </>
  );
}
