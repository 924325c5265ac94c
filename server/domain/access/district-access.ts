import { type Audience, lowered } from "./audience.ts";
import { isAtMost, type Visibility } from "./visibility.ts";

/**
 * Through whose eyes a district's profile is made (MODEL §1): a head of district reads the own Stadtbezirk as usual
 * and every other one as the public does, also what was shared with the account there.
 */
export function audienceForDistrict(audience: Audience, district: string): Audience {
  const isElsewhere = audience.role === "DISTRICT_HEAD" && !audience.districts.includes(district);
  return isElsewhere ? lowered(audience, "PUBLIC") : audience;
}

/** Who has the profiles of all Stadtbezirke made at once: those who plan for the whole city. */
export function printsAllDistricts({ role, account }: Audience): boolean {
  return account !== null && (role === "PLANNER" || role === "SECRETARIAT");
}

/** What a profile for this audience is labelled with: what its role reads of this Stadtbezirk under its Sicht. */
export function profileVisibility({ role, ceiling, districts }: Audience, district: string): Visibility {
  const ofRole: Visibility =
    role === "SECRETARIAT"
      ? "RESTRICTED"
      : role === "PLANNER"
        ? "INTERNAL"
        : role === "DISTRICT_HEAD" && districts.includes(district)
          ? "DISTRICT"
          : "PUBLIC";
  return isAtMost(ofRole, ceiling) ? ofRole : ceiling;
}

/** Whether statements of people on the spot stand in a profile at all; which ones is decided record by record. */
export function readsStatements(audience: Audience, district: string): boolean {
  return isAtMost("DISTRICT", profileVisibility(audience, district));
}
