import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { differences } from "#domain/revision/differences.ts";
import { DifferenceTable } from "../selection/difference-table.tsx";
import { useDifferenceText } from "../selection/use-difference-text.ts";
import { useRecordFormText } from "./use-record-form-text.ts";

/** What somebody else saved beside what is being written, where the two differ. */
export function SavedMeanwhile({
  type,
  saved,
  mine,
}: {
  type: RecordType;
  saved: RecordAnswer;
  mine: StoredRecord["properties"];
}) {
  const form = useRecordFormText();
  const tell = useDifferenceText();
  // The wire says the geometry is something; the store keeps nothing but GeoJSON.
  const theirs = saved as StoredRecord;
  const lines = differences(type, theirs, { ...theirs, properties: mine }).map((one) => tell(type, one));
  if (lines.length === 0) return <p className="small">{form.nothingDiffers}</p>;
  return (
    <DifferenceTable
      caption={form.both}
      field={form.field}
      versions={[form.saved, form.mine]}
      lines={lines}
    />
  );
}
