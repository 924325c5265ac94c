import { useAreas } from "../../data/queries.ts";
import { CheckList } from "../../ui/check-list.tsx";
import { useAreaName } from "./use-area-name.ts";
import { useContactsText } from "./use-contacts-text.ts";

/** The whole city, its Stadtbezirke and its Stadtteile; what else a record names stays chosen. */
export function AreaFields({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (areas: string[]) => void;
}) {
  const words = useContactsText();
  const areaName = useAreaName();
  const areas = { district: useAreas("district").data, subdistrict: useAreas("subdistrict").data };
  const option = (value: string) => ({ value, name: areaName(value) });
  const known = Object.entries(areas).map(([level, items = []]) => ({
    name: words.form.levels[level as keyof typeof areas],
    options: items.map(({ number }) => option(`${level}:${number}`)),
  }));
  const listed = ["city", ...known.flatMap(({ options }) => options.map(({ value }) => value))];
  const others = chosen.filter((key) => !listed.includes(key));
  return (
    <CheckList
      label={words.columns.areas}
      groups={[
        { name: null, options: ["city", ...others].map(option) },
        ...known.filter(({ options }) => options.length > 0),
      ]}
      chosen={chosen}
      onChange={onChange}
    />
  );
}
