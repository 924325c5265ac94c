import type { Visibility } from "../access/visibility.ts";
import type { StoredRecord } from "../record/record.ts";
import type { RecordType } from "../record/record-type.ts";
import type { Text } from "../text/text.ts";

/**
 * Why showing this record to everyone would be early; undefined where it is not. Passing the state that decides
 * only allows a release. Before it, one is right where the matter was public already (press, competition,
 * procedure of the Flächennutzungsplan), and has to be confirmed (MODEL §6, Publication).
 */
export function earlyReleaseOf(
  type: RecordType,
  record: Pick<StoredRecord, "state">,
  to: Visibility,
): Text | undefined {
  if (to !== "PUBLIC" || type.lifecycle.states[record.state]?.isDecided) return undefined;
  return type.earlyRelease;
}
