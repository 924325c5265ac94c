import { type Audience, publicAudience } from "../access/audience.ts";
import type { Visibility } from "../access/visibility.ts";
import type { StoredRecord } from "../record/record.ts";

/**
 * Somebody whom a level opens a record to and who has no other right to it: everyone, the head of its Stadtbezirk,
 * a planner of no department. `projected` for them is what a release to that level shows.
 */
export function readerAt(level: Visibility, { districts }: Pick<StoredRecord, "districts">): Audience {
  switch (level) {
    case "PUBLIC":
      return publicAudience;
    case "DISTRICT":
      return { ...publicAudience, role: "DISTRICT_HEAD", account: "", districts, ceiling: "DISTRICT" };
    default:
      return { ...publicAudience, role: "PLANNER", account: "", ceiling: level };
  }
}
