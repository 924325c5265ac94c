interface Option {
  value: string;
  name: string;
}

/** Several of many, folded away until they are needed; the heading says what is chosen. */
export function CheckList({
  label,
  groups,
  chosen,
  onChange,
}: {
  label: string;
  groups: readonly { name: string | null; options: readonly Option[] }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const names = groups.flatMap(({ options }) =>
    options.filter(({ value }) => chosen.includes(value)).map(({ name }) => name),
  );
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <details className="check-list">
      <summary>
        {label}
        {names.length > 0 && <small> {names.length > 2 ? names.length : names.join(", ")}</small>}
      </summary>
      {groups.map(({ name, options }) => (
        <fieldset key={name ?? label} className="choice">
          <legend className={name ? undefined : "for-ears"}>{name ?? label}</legend>
          {options.map((option) => (
            <label key={option.value} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              {option.name}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
