import { projected } from "#domain/access/access.ts";
import type { Visibility } from "#domain/access/visibility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { readerAt } from "#domain/release/reader-at.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Facts } from "../selection/facts.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";
import type { ChosenFace } from "./public-face-fields.tsx";
import { useAreaName } from "./use-area-name.ts";
import { useReleaseText } from "./use-release-text.ts";

/** The record as people of the chosen level will read it, computed by the rule the server answers by. */
export function ReleasePreview({
  record,
  type,
  level,
  face,
}: SheetProps & { level: Visibility; face: ChosenFace }) {
  const words = useReleaseText();
  const { say, formats } = useLanguage();
  const areas = useAreas(face.place === null || face.place === "NONE" ? "district" : face.place).data ?? [];
  const areaName = useAreaName();
  // Whether the area has a border to draw is the server's to say; here it is only named.
  const publicFace = { ...face, geometry: face.place === "NONE" ? null : record.geometry };
  const released = { ...record, visibility: level, publicFace } as StoredRecord;
  const seen = projected(readerAt(level, record), type, released);
  const given = Object.keys(type.fields).filter((field) => record.properties[field] !== undefined);
  const shown = given.filter((field) => seen.properties[field] !== undefined);
  const hidden = given.filter((field) => seen.properties[field] === undefined);
  const names = hidden.flatMap((field) => (type.fields[field] ? [say(type.fields[field].name)] : []));
  return (
    <section>
      <h3>{words.preview}</h3>
      <Facts record={{ ...record, properties: seen.properties }} type={type} fields={shown} />
      <p className="small">{placeSentence()}</p>
      {names.length > 0 && <p className="small">{words.hiddenFields(formats.list(names))}</p>}
    </section>
  );

  function placeSentence(): string {
    const { coarsePlace } = seen;
    if (!coarsePlace) return seen.geometry ? words.placeShown : words.placeHidden;
    if (coarsePlace.place === "NONE" || !seen.geometry) return words.placeNoneSeen;
    const { place, areaNumber } = coarsePlace;
    return words.placeArea(
      areaName(place, areas.find(({ number }) => number === areaNumber)?.name ?? areaNumber ?? ""),
    );
  }
}
