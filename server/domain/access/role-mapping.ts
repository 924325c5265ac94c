import { z } from "zod";
import { type Role, roleSchema } from "./audience.ts";

/**
 * What the city's single sign-on says about somebody, and which role that makes here. `claim` is the name of a claim;
 * points lead into objects ("realm_access.roles"). `value` is what it says, or one of the things it lists.
 */
export const roleMappingSchema = z
  .strictObject({
    claim: z.string().trim().min(1).max(200),
    value: z.string().trim().min(1).max(200),
    role: roleSchema.exclude(["PUBLIC"]),
    department: z.string().min(1).max(20).nullable().default(null),
    districts: z.array(z.string().min(1).max(10)).max(50).default([]),
    /** What the account is called; without it what the claim says. An office, not a person (MODEL §0.6). */
    office: z.string().trim().min(1).max(200).optional(),
  })
  .refine(({ role, districts }) => role !== "DISTRICT_HEAD" || districts.length > 0, {
    path: ["districts"],
    message: "Für Bezirksvorsteher*innen fehlt der Stadtbezirk.",
  })
  .refine(({ role, department }) => role !== "PLANNER" || department !== null, {
    path: ["department"],
    message: "Für Fachämter fehlt die Nummer des Amts.",
  });
export type RoleMapping = z.infer<typeof roleMappingSchema>;

/** The first mapping these claims fulfil, in the order of the list; undefined when none gives a role. */
export function mappingFor(
  claims: Readonly<Record<string, unknown>>,
  mappings: readonly RoleMapping[],
): RoleMapping | undefined {
  return mappings.find(({ claim, value }) => saysOf(claims, claim).includes(value));
}

/** Whether these rights are the ones a mapping gives, whatever the claims were. */
export function givesRights(
  mapping: RoleMapping,
  rights: Pick<RoleMapping, "department" | "districts"> & { role: Role },
): boolean {
  return (
    mapping.role === rights.role &&
    mapping.department === rights.department &&
    mapping.districts.length === rights.districts.length &&
    mapping.districts.every((district) => rights.districts.includes(district))
  );
}

/** A claim's texts. A name with points is looked for as it stands first: some providers use addresses as names. */
function saysOf(claims: Readonly<Record<string, unknown>>, claim: string): string[] {
  const found = Object.hasOwn(claims, claim) ? claims[claim] : within(claims, claim.split("."));
  const values = Array.isArray(found) ? found : [found];
  return values.filter((value) => typeof value === "string");
}

function within(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, first)) return undefined;
  return within((value as Record<string, unknown>)[first], rest);
}
