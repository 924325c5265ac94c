import { landOwners } from "#domain/site/public-needs-site.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { ThreeFigures } from "../../../ui/three-figures.tsx";
import { Facts } from "../facts.tsx";
import type { SheetProps } from "../record-sheet.tsx";

/** Gemeinbedarfsfläche: how large, what for, whose. */
export function PublicNeedsSheet({ record, type }: SheetProps) {
  const { text, say, formats } = useLanguage();
  const { areaM2, purpose, owner } = record.properties;
  const name = landOwners[owner as keyof typeof landOwners];
  return (
    <>
      <ThreeFigures
        figures={[
          {
            name: text.record.size,
            value: typeof areaM2 === "number" ? `${formats.number(areaM2)} m²` : text.record.unknown,
          },
          {
            name: type.fields.purpose ? say(type.fields.purpose.name) : "",
            value: typeof purpose === "string" ? purpose : text.record.unknown,
          },
          { name: text.record.landOwner, value: name ? say(name) : text.record.unknown },
        ]}
      />
      <Facts record={record} type={type} fields={["currentUse", "planRef", "note"]} />
    </>
  );
}
