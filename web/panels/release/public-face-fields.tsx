import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { AreaLevel } from "#domain/area/area.ts";
import type { PublicPlace } from "#domain/release/public-face.ts";
import { read } from "../../data/api.ts";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { useAreaName } from "./use-area-name.ts";
import { useReleaseText } from "./use-release-text.ts";

export interface ChosenFace {
  title: string | null;
  place: PublicPlace;
  areaNumber: string | null;
}

interface PlaceChoice {
  place: Exclude<AreaLevel, "city">;
  areaNumber: string;
  areaName: string;
}

/** Öffentlicher Titel and öffentliche Lage: what people outside the administration read instead. */
export function PublicFaceFields({
  record,
  type,
  face,
  onChange,
}: SheetProps & { face: ChosenFace; onChange: (face: ChosenFace) => void }) {
  const words = useReleaseText();
  const areaName = useAreaName();
  const hintId = useId();
  const places = useQuery({
    queryKey: ["public-places", record.type, record.id, record.revision],
    queryFn: ({ signal }) =>
      read<{ items: PlaceChoice[] }>(
        `api/records/${record.type}/${encodeURIComponent(record.id)}/public-face`,
        { signal },
      ),
  });
  const choices = places.data?.items ?? [];
  const choose = (place: string) => {
    const choice = choices.find((one) => one.place === place);
    const wanted = choice?.place ?? (place === "NONE" ? "NONE" : null);
    onChange({ ...face, place: wanted, areaNumber: choice?.areaNumber ?? null });
  };
  return (
    <fieldset className="choice">
      <legend>{words.face}</legend>
      <p className="small" id={hintId}>
        {words.faceHint}
      </p>
      <div className="stack">
        <label className="field">
          <span>{words.faceTitle}</span>
          <input
            type="text"
            maxLength={200}
            value={face.title ?? ""}
            placeholder={type.title(record.properties)}
            aria-describedby={hintId}
            onChange={({ target }) => onChange({ ...face, title: target.value === "" ? null : target.value })}
          />
        </label>
        {record.geometry !== null && (
          <label className="field">
            <span>{words.facePlace}</span>
            <select value={face.place ?? ""} onChange={({ target }) => choose(target.value)}>
              <option value="">{words.placeExact}</option>
              {choices.toReversed().map(({ place, areaName: name }) => (
                <option key={place} value={place}>
                  {areaName(place, name)}
                </option>
              ))}
              {face.place !== null &&
                face.place !== "NONE" &&
                !choices.some(({ place }) => place === face.place) && (
                  <option value={face.place}>{areaName(face.place, face.areaNumber ?? "")}</option>
                )}
              <option value="NONE">{words.placeNone}</option>
            </select>
          </label>
        )}
      </div>
    </fieldset>
  );
}
