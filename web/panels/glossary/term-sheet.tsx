import { Facts } from "../selection/facts.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";

/** Begriff: how a city explains it; it is edited on the page of all terms. */
export default function TermSheet({ record, type }: SheetProps) {
  return <Facts record={record} type={type} fields={["name", "definition", "plainLanguage"]} />;
}
