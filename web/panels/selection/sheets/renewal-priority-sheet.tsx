import type { z } from "zod";
import { deficitKinds, type renewalPriorityAreaSchema } from "#domain/renewal/renewal-priority-area.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { ThreeFigures } from "../../../ui/three-figures.tsx";
import { Fact, Facts } from "../facts.tsx";
import type { SheetProps } from "../record-sheet.tsx";

/** Stadterneuerungsvorranggebiet: number, edition, statute; what is wrong there. */
export function RenewalPrioritySheet({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const area = record.properties as Partial<z.infer<typeof renewalPriorityAreaSchema>>;
  const date = (day: string | undefined) => (day ? formats.date(day) : text.record.unknown);
  return (
    <>
      <ThreeFigures
        figures={[
          { name: "SVG", value: area.number === undefined ? text.record.unknown : String(area.number) },
          { name: text.record.edition, value: area.edition ?? text.record.unknown },
          { name: text.record.statuteInForce, value: date(area.statute?.inForceSince) },
        ]}
      />
      {(area.deficits?.length ?? 0) > 0 && (
        <section>
          <h4>{text.record.deficits}</h4>
          <ul className="plain-list">
            {area.deficits?.map((deficit) => (
              <li key={`${deficit.kind}${deficit.text}`}>
                <strong>{say(deficitKinds[deficit.kind])}</strong>
                {deficit.text && `: ${deficit.text}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Facts record={record} type={type} fields={["councilPapers", "validFrom", "source"]}>
        <Fact
          name={text.record.resolvedOn}
          value={area.statute?.resolvedOn && date(area.statute.resolvedOn)}
        />
        <Fact
          name={text.record.repealedOn}
          value={area.statute?.repealedOn && date(area.statute.repealedOn)}
        />
        <Fact
          name={type.fields.validTo ? say(type.fields.validTo.name) : ""}
          value={area.validTo && date(area.validTo)}
        />
      </Facts>
    </>
  );
}
