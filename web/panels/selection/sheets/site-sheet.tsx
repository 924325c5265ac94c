import type { z } from "zod";
import { capacityUnits, facilityTypes } from "#domain/facility/facility-types.ts";
import type { plannedSiteSchema } from "#domain/site/planned-site.ts";
import { supplyLayerOfPlannedSite, supplyLayers } from "#domain/site/site-fields.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { ThreeFigures } from "../../../ui/three-figures.tsx";
import { Facts } from "../facts.tsx";
import type { SheetProps } from "../record-sheet.tsx";

/** Planned and sketched sites: which supply layer they count in, what they are to hold, when. */
export function SiteSheet({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const site = record.properties as Partial<z.infer<typeof plannedSiteSchema>>;
  const layer = record.type === "planned-sites" ? supplyLayerOfPlannedSite(record.state) : "IDEE";
  const [first] = site.uses ?? [];
  return (
    <>
      <ThreeFigures
        figures={[
          { name: text.record.supplyLayer, value: say(supplyLayers[layer]) },
          {
            name: first ? say(facilityTypes[first.facilityType].name) : text.record.uses,
            value: first
              ? `${formats.number(first.amount)} ${say(capacityUnits[first.unit])}`
              : text.record.unknown,
          },
          {
            name: text.record.openingYear,
            value: site.openingYear === undefined ? text.record.unknown : String(site.openingYear),
          },
        ]}
      />
      {(site.uses?.length ?? 0) > 1 && (
        <section>
          <h4>{text.record.uses}</h4>
          <ul className="plain-list">
            {site.uses?.map((use) => (
              <li key={`${use.facilityType}${use.category}`}>
                {say(facilityTypes[use.facilityType].name)}: {formats.number(use.amount)}{" "}
                {say(capacityUnits[use.unit])} {use.category}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(site.constraints?.length ?? 0) > 0 && (
        <section>
          <h4>{text.record.constraints}</h4>
          <ul className="plain-list">
            {site.constraints?.map((one) => (
              <li key={one.kind}>
                {text.record.constraintKinds[one.kind]}{" "}
                <span className="badge">{text.record.constraintRatings[one.rating]}</span>
                {one.text && <small>{one.text}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Facts
        record={record}
        type={type}
        fields={["siteAreaM2", "gfM2", "securingType", "budgetReference", "councilPaper", "note"]}
      />
    </>
  );
}
