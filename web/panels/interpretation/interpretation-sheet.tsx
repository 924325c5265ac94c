import { Facts } from "../selection/facts.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";

/** Deutung: what is said, and who signed it; it is written and signed beside its figure. */
export default function InterpretationSheet({ record, type }: SheetProps) {
  return (
    <Facts
      record={record}
      type={type}
      fields={["text", "signedBy", "signedOn", "version", "period", "authorOffice", "date"]}
    />
  );
}
