import { z } from "zod";

/** Sichtbarkeit, from everyone to the few: PUBLIC < DISTRICT < INTERNAL < RESTRICTED (MODEL §0.2). */
export const visibilities = ["PUBLIC", "DISTRICT", "INTERNAL", "RESTRICTED"] as const;
export const visibilitySchema = z.enum(visibilities);
export type Visibility = z.infer<typeof visibilitySchema>;

/** The levels at or below a ceiling, for a lowered "Sicht". */
export function visibilitiesUpTo(ceiling: Visibility): Visibility[] {
  return visibilities.slice(0, visibilities.indexOf(ceiling) + 1);
}

/** Said of a whole when its parts differ: the level of the most closed one, PUBLIC of none. */
export function mostClosed(parts: readonly Visibility[]): Visibility {
  return parts.reduce<Visibility>((closed, one) => (isAtMost(one, closed) ? closed : one), "PUBLIC");
}

/** True when `a` is at least as open to readers as `b`. */
export function isAtMost(a: Visibility, b: Visibility): boolean {
  return visibilities.indexOf(a) <= visibilities.indexOf(b);
}
