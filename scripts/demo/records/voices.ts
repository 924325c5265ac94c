import { departments } from "#domain/access/departments.ts";
import type { ExpertAssessment } from "#domain/assessment/expert-assessment.ts";
import type { Interpretation } from "#domain/interpretation/interpretation.ts";
import type { DemoArea, DemoRecord } from "../types.ts";

/** What a record of words is like before it says anything: about one district, without a place. */
function spoken(
  type: string,
  department: string | null,
  districts: string[],
): Omit<DemoRecord, "properties"> {
  return {
    type,
    state: "ERFASST",
    visibility: "INTERNAL",
    owner: department ? `demo:PLANNER:${department}` : `demo:DISTRICT_HEAD:${districts[0]}`,
    participants: [],
    department,
    districts,
    geometry: null,
  };
}

/** Wissen vor Ort in a few districts of the demo: invented statements of offices, one of which contradicts its figure. */
export function makeAssessments(districts: readonly DemoArea[]): DemoRecord[] {
  const said: (Pick<ExpertAssessment, "topic" | "statement" | "evidence" | "date"> &
    Partial<ExpertAssessment>)[] = [
    {
      topic: "NEEDS",
      statement:
        "Am Bahnhof treffen sich abends viele Jugendliche. Einen Raum, der nach 18 Uhr offen ist, gibt es nicht.",
      evidence: "BEGEHUNG",
      date: "2024-10-08",
      rating: -1,
    },
    {
      topic: "VIEW",
      statement:
        "Viele Familien beantragen nichts, obwohl sie könnten. Die Zahl unterschätzt, was wir in den Beratungen hören.",
      evidence: "GESPRAECH",
      date: "2024-11-14",
      rating: -2,
      contradictsIndicators: ["children-under-6-basic-security"],
    },
    {
      topic: "NETWORKS",
      statement: "Kita, Grundschule und Begegnungsstätte stimmen sich jeden Monat ab. Das trägt.",
      evidence: "EINRICHTUNG",
      date: "2024-09-19",
      rating: 1,
      confirmsIndicators: ["childcare-supply-3-to-5"],
    },
  ];
  return said.flatMap((statement, index) => {
    const district = districts[1 + index * 3];
    if (!district) return [];
    const { number, name } = district;
    const properties = {
      areaLevel: "district",
      areaNumber: number,
      authorOffice: `Bezirksvorstehung ${name ?? number}`,
      confirmsIndicators: [],
      contradictsIndicators: [],
      ...statement,
    } satisfies ExpertAssessment;
    return [{ ...spoken("expert-assessments", null, [number]), properties }];
  });
}

/** Two readings of figures by departments of the demo, both signed; the public knows one of them. */
export function makeInterpretations(districts: readonly DemoArea[]): DemoRecord[] {
  const everywhere = districts.map(({ number }) => number);
  const reading = (department: string, parts: Pick<Interpretation, "indicatorCode" | "text" | "date">) => {
    const office = departments[department]?.de ?? department;
    const properties = {
      ...parts,
      ...{ authorOffice: office, signedBy: office, signedOn: parts.date, version: 1 },
    } satisfies Interpretation;
    return { ...spoken("interpretations", department, everywhere), state: "UNTERZEICHNET", properties };
  };
  return [
    {
      ...reading("51", {
        indicatorCode: "children-under-6-basic-security",
        text: "Gezählt werden Kinder, deren Familien Leistungen beziehen. Wer keinen Antrag stellt, fehlt; ein Anstieg kann auch von besserer Beratung kommen.",
        date: "2025-02-20",
      }),
      visibility: "PUBLIC",
    },
    reading("50", {
      indicatorCode: "unemployment",
      text: "Die Quote steigt vor allem, wo befristete Stellen auslaufen. Als Zeichen für den Alltag im Quartier taugt sie nur zusammen mit anderen Zahlen.",
      date: "2025-03-11",
    }),
  ];
}
