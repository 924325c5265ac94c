import { useShown } from "../../data/figures.tsx";
import { useAreas, useRecordOrNothing } from "../../data/queries.ts";
import { selectedOf } from "../../state/selection.ts";
import { usePage } from "../../state/use-page.ts";

/** Name of what is selected, for the window's title; null while nothing is, or its name is on the way. */
export function useSelectionTitle(): string | null {
  const selection = usePage((state) => selectedOf(state.look));
  const { areas } = useShown();
  const level = usePage((state) => state.level);
  const others = useAreas(selection?.kind === "area" ? selection.level : level).data ?? areas;
  const record = useRecordOrNothing(selection?.kind === "record" ? selection : null).data;
  if (!selection) return null;
  if (selection.kind === "area") {
    const area = others.find((one) => one.number === selection.number);
    return area ? (area.name ?? area.number) : null;
  }
  return record ? titleOf(record.properties) : null;
}

/** A record's own name for itself, whatever its type calls that field. */
export function titleOf(properties: Readonly<Record<string, unknown>>): string {
  const { name, title, code } = properties;
  return [name, title, code].find((value): value is string => typeof value === "string") ?? "";
}
