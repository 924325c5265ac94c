import { departments } from "#domain/access/departments.ts";
import type { Visibility } from "#domain/access/visibility.ts";
import type { Evidence } from "#domain/evidence/evidence.ts";
import { randomFor } from "../random.ts";
import type { DemoRecord } from "../types.ts";
import { inventedSource, type Setting } from "./setting.ts";
import { quarterNear } from "./shapes.ts";

interface Plan extends Omit<Evidence, "office" | "areas" | "source"> {
  department: string;
  visibility: Visibility;
  /** Hectares of what was walked; none for a single place. */
  hectares?: number;
}

const plans: readonly Plan[] = [
  {
    title: "Demo-Stadtteilerkundung mit Grundschulkindern",
    method: "STADTTEILERKUNDUNG",
    from: "2024-06-04",
    summary:
      "Die Kinder meiden die Unterführung und den Parkplatz hinter dem Markt. Der kleine Platz an der Kirche ist ihr Treffpunkt.",
    participants: 24,
    department: "51",
    visibility: "DISTRICT",
    hectares: 30,
  },
  {
    title: "Demo-Befragung älterer Menschen zu Wegen im Alltag",
    method: "BEFRAGUNG",
    from: "2024-03-11",
    to: "2024-04-05",
    summary:
      "Bänke und Toiletten fehlen am häufigsten. Jede dritte Person lässt Wege weg, weil sie unterwegs nicht ausruhen kann.",
    participants: 186,
    department: "50",
    visibility: "INTERNAL",
    hectares: 45,
  },
  {
    title: "Demo-Beobachtung am Spielplatz",
    method: "BEOBACHTUNG",
    from: "2024-07-02",
    to: "2024-07-09",
    summary: "Vormittags leer, nach 16 Uhr überfüllt. Schatten gibt es nur an einer Seite.",
    department: "67",
    visibility: "INTERNAL",
  },
  {
    title: "Demo-Quartiersgespräch zur Begegnungsstätte",
    method: "QUARTIERSGESPRAECH",
    from: "2024-10-17",
    summary:
      "Gewünscht sind offene Abende und ein Raum ohne Anmeldung. Vereine bieten an, die Schlüssel zu übernehmen.",
    participants: 41,
    department: "61",
    visibility: "DISTRICT",
  },
];

/** Erhebungen vor Ort of the demo, each in another district: invented, without a single person. */
export function makeEvidence(setting: Setting): DemoRecord[] {
  return plans.flatMap(({ department, visibility, hectares, ...said }, index): DemoRecord[] => {
    const district = setting.districts[1 + index * 4];
    const home = setting.subdistricts.find(({ parentNumber }) => parentNumber === district?.number);
    if (!district || !home) return [];
    const random = randomFor(setting.seed, "evidence", index);
    return [
      {
        type: "evidence",
        state: "AKTUELL",
        visibility,
        owner: `demo:PLANNER:${department}`,
        participants: [],
        department,
        districts: [district.number],
        geometry: hectares
          ? quarterNear(setting, [home.number], hectares, random)
          : { type: "Point", coordinates: [...setting.places.core(home.number)] },
        properties: {
          ...said,
          office: departments[department]?.de ?? department,
          areas: [`subdistrict:${home.number}`],
          source: inventedSource,
        } satisfies Evidence,
      },
    ];
  });
}
