import { projected } from "#domain/access/access.ts";
import type { Visibility } from "#domain/access/visibility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { readerAt } from "#domain/release/reader-at.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Facts } from "../selection/facts.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { useReleaseText } from "./use-release-text.ts";

/** The record as people of the chosen level will read it, computed by the rule the server answers by. */
export function ReleasePreview({ record, type, level }: SheetProps & { level: Visibility }) {
  const words = useReleaseText();
  const { say, formats } = useLanguage();
  const released = { ...record, visibility: level } as StoredRecord;
  const seen = projected(readerAt(level, record), type, released);
  const given = Object.keys(type.fields).filter((field) => record.properties[field] !== undefined);
  const shown = given.filter((field) => seen.properties[field] !== undefined);
  const hidden = given.filter((field) => seen.properties[field] === undefined);
  const names = hidden.flatMap((field) => (type.fields[field] ? [say(type.fields[field].name)] : []));
  return (
    <section>
      <h3>{words.preview}</h3>
      <Facts record={{ ...record, properties: seen.properties }} type={type} fields={shown} />
      <p className="small">{seen.geometry ? words.placeShown : words.placeHidden}</p>
      {names.length > 0 && <p className="small">{words.hiddenFields(formats.list(names))}</p>}
    </section>
  );
}
