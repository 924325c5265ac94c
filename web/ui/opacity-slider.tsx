import { useLanguage } from "../i18n/language.tsx";

export function OpacitySlider({
  label,
  value,
  onChange,
}: {
  label: string;
  /** 0 to 1. */
  value: number;
  onChange: (opacity: number) => void;
}) {
  const { formats } = useLanguage();
  return (
    <label className="opacity">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(value * 100)}
        aria-valuetext={formats.share(value)}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
      <output>{formats.share(value)}</output>
    </label>
  );
}
