import { publicFaceOf } from "#domain/release/public-face.ts";
import { useAreas } from "../../data/queries.ts";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { useAreaName } from "./use-area-name.ts";
import { useReleaseText } from "./use-release-text.ts";

/** To the public, that a place is only an area; to the administration, what the public reads instead. */
export function PublicFaceNote({ record, type }: SheetProps) {
  const words = useReleaseText();
  const areaName = useAreaName();
  const face = record.publicFace;
  const coarse =
    record.coarsePlace ?? (face?.place ? { place: face.place, areaNumber: face.areaNumber } : null);
  const level = coarse && coarse.place !== "NONE" ? coarse.place : null;
  const areas = useAreas(level ?? "district").data ?? [];
  const number = coarse?.areaNumber ?? "";
  const named = level && areaName(level, areas.find((area) => area.number === number)?.name ?? number);
  const place = coarse && (named ? words.placeArea(named) : words.placeNoneSeen);
  if (!face) return place && <p className="small">{place}</p>;
  const shown = publicFaceOf(type, { ...record, geometry: null, publicFace: { ...face, geometry: null } });
  return (
    <p className="small">
      {words.publicReads(face.title === null ? null : type.title(shown.properties))} {place}
    </p>
  );
}
