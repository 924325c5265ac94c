import type { ProfileCode, ProfileParameters } from "../network/profile.ts";
import type { ParameterSet } from "./parameter-set.ts";
import type { PlanningRules } from "./standard.ts";

/** Thresholds a parameter set leaves open: those of METHODS §3 and §8.1, tagged [design] there, agreed by nobody. */
export const designRules: PlanningRules = {
  gapShareOfTarget: 0.8,
  duplicateOverlap: 0.6,
  duplicateUtilisation: 0.7,
  synergyWayM: 400,
};

/** How somebody walks by this set; a profile it leaves out has no speed, and its ways are told in metres only. */
export function profileOf(set: Pick<ParameterSet, "profiles">, profile: ProfileCode): ProfileParameters {
  return (
    set.profiles.find((parameters) => parameters.profile === profile) ?? {
      profile,
      speedMmPerSecond: null,
      usesSteps: profile !== "BARRIER_FREE",
      maxSlopePerMille: null,
    }
  );
}
