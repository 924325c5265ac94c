import { useId } from "react";

/** A slider with its name above and its value in words beside it. */
export function Slider({
  name,
  hint,
  value,
  least,
  most,
  step,
  show,
  onChange,
}: {
  name: string;
  hint?: string;
  value: number;
  least: number;
  most: number;
  step: number;
  show: (value: number) => string;
  onChange: (value: number) => void;
}) {
  const hintId = useId();
  return (
    <>
      <label className="opacity slider">
        <span>{name}</span>
        <input
          type="range"
          min={least}
          max={most}
          step={step}
          value={value}
          aria-valuetext={show(value)}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output>{show(value)}</output>
      </label>
      {hint && (
        <p id={hintId} className="small">
          {hint}
        </p>
      )}
    </>
  );
}
