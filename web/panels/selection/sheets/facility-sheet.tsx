import { offeredCapacity } from "#domain/facility/capacity.ts";
import { type Facility, ownerships } from "#domain/facility/facility.ts";
import { capacityUnits, facilityTypes } from "#domain/facility/facility-types.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { FacilitySymbol } from "../../../symbols/facility-symbol.tsx";
import { ThreeFigures } from "../../../ui/three-figures.tsx";
import { useTheme } from "../../frame/use-appearance.ts";
import { Fact, Facts } from "../facts.tsx";
import type { SheetProps } from "../record-sheet.tsx";
import { CapacityTable } from "./capacity-table.tsx";

/** Einrichtung: places, how full it is, who runs it. */
export function FacilitySheet({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const theme = useTheme();
  const facility = record.properties as Partial<Facility>;
  const kind = facility.type ? facilityTypes[facility.type] : undefined;
  const capacities = facility.capacity ?? [];
  const offered = kind ? offeredCapacity(capacities, kind.unit) : null;
  const occupied = kind ? sumOfOccupied(capacities, kind.unit) : null;
  const date = capacities.find((one) => one.unit === kind?.unit)?.referenceDate;
  const unit = kind ? say(capacityUnits[kind.unit]) : text.record.places;
  return (
    <>
      {kind && (
        <p className="lead">
          <FacilitySymbol type={facility.type ?? ""} theme={theme} size={24} /> {say(kind.name)}
        </p>
      )}
      <ThreeFigures
        figures={[
          {
            name: `${unit}, ${text.record.capacity.offered}`,
            value: offered === null ? text.record.unknown : formats.number(offered),
            note: date && formats.date(date),
          },
          {
            name: text.record.capacity.utilisation,
            value: offered && occupied !== null ? formats.share(occupied / offered) : text.record.unknown,
            note:
              occupied === null ? undefined : `${formats.number(occupied)} ${text.record.capacity.occupied}`,
          },
          {
            name: text.facilities.ownership,
            value: facility.ownership ? say(ownerships[facility.ownership]) : text.record.unknown,
            note: facility.provider,
          },
        ]}
      />
      {facility.locationProtection === "HIDDEN" && <p className="small">{text.record.protectedLocation}</p>}
      {facility.locationProtection === "AREA_ONLY" && !record.geometry && (
        <p className="small">{text.record.areaOnly}</p>
      )}
      <CapacityTable capacities={capacities} />
      <Facts
        record={record}
        type={type}
        fields={[
          "address",
          "targetGroups",
          "offers",
          "openingHours",
          "siteAreaM2",
          "outdoorM2",
          "sharedUse",
          "condition",
          "lifeEnd",
        ]}
      >
        {facility.ageRange && (
          <Fact
            name={type.fields.ageRange ? say(type.fields.ageRange.name) : ""}
            value={text.record.age(
              formats.number(facility.ageRange.from),
              formats.number(facility.ageRange.to),
            )}
          />
        )}
        {facility.interimUntil && (
          <Fact
            name={type.fields.interimUntil ? say(type.fields.interimUntil.name) : ""}
            value={formats.date(facility.interimUntil)}
          />
        )}
        <Fact
          name={type.fields.accessibility ? say(type.fields.accessibility.name) : ""}
          value={<Accessibility accessibility={facility.accessibility} />}
        />
        {facility.website && (
          <Fact
            name={type.fields.website ? say(type.fields.website.name) : ""}
            value={
              <a href={facility.website} rel="noreferrer" target="_blank">
                {text.record.openWebsite}
              </a>
            }
          />
        )}
      </Facts>
      <p className="small source">
        {text.layers.source}: {facility.source ?? text.record.unknown}
        {facility.sourceDate && `, ${text.layers.asOf} ${formats.date(facility.sourceDate)}`}
      </p>
    </>
  );
}

function Accessibility({ accessibility }: { accessibility: Facility["accessibility"] }) {
  const { text, formats } = useLanguage();
  if (!accessibility) return text.record.unknown;
  const word = (name: string, value: boolean | null) =>
    `${name}: ${value === null ? text.record.unknown : value ? text.record.yes : text.record.no}`;
  const parts = [
    word(text.record.stepFree, accessibility.stepFree),
    word(text.record.lift, accessibility.lift),
    word(text.record.wc, accessibility.wc),
    accessibility.remark,
    accessibility.checkedOn && text.record.checkedOn(formats.date(accessibility.checkedOn)),
  ];
  return parts.filter(Boolean).join("; ");
}

function sumOfOccupied(capacities: Facility["capacity"], unit: string): number | null {
  const known = capacities.filter((one) => one.unit === unit && one.occupied !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + (one.occupied ?? 0), 0);
}
