import { type FormEvent, useId, useState } from "react";
import { fromUtm32 } from "#domain/geometry/utm.ts";
import { typedPosition } from "../../state/selectors/search-position.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** A typed place, in degrees or in metres of EPSG:25832, for whoever does not point at a map. */
export function PositionField({
  label,
  action,
  onTake,
}: {
  label: string;
  action: string;
  /** Longitude and latitude, WGS 84. */
  onTake: (position: [number, number]) => void;
}) {
  const words = usePlanningText();
  const [draft, setDraft] = useState("");
  const [isWrong, setWrong] = useState(false);
  const hint = useId();
  const take = (event: FormEvent) => {
    event.preventDefault();
    const position = readPosition(draft);
    setWrong(!position);
    if (!position) return;
    setDraft("");
    onTake(position);
  };
  return (
    <form className="position-field" onSubmit={take}>
      <label className="field">
        <span>{label}</span>
        <input
          value={draft}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={hint}
          onChange={(event) => setDraft(event.target.value)}
        />
      </label>
      <p id={hint} className="small" role={isWrong ? "alert" : undefined}>
        {isWrong ? words.sketches.wrongPosition : words.sketches.byCoordinateHint}
      </p>
      <button type="submit" className="button">
        {action}
      </button>
    </form>
  );
}

/** Longitude and latitude of what somebody typed; null when it is no position. */
export function readPosition(text: string): [number, number] | null {
  const typed = typedPosition(text);
  if (!typed) return null;
  return typed.kind === "degrees"
    ? [typed.longitude, typed.latitude]
    : fromUtm32(typed.easting, typed.northing);
}
