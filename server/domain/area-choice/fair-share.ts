/** A project as it is counted; `euros` null where the sum is not known, which is not nothing. */
export interface CountedProject {
  district: string;
  euros: number | null;
}

export interface DistrictShare {
  district: string;
  residents: number | null;
  projects: number;
  /** Sum of the known amounts. */
  euros: number;
  /** Projects without a known amount: the sum above is too small by theirs. */
  projectsWithoutAmount: number;
  /** Null where residents are unknown or nobody lives. */
  projectsPerThousand: number | null;
  eurosPerThousand: number | null;
}

/**
 * Projects and euros per 1,000 residents by Stadtbezirk (METHODS §8.1), to stand beside the index class: no score. A
 * project of several districts is given once for each, with its part of the money.
 */
export function fairShare(
  districts: readonly { district: string; residents: number | null }[],
  projects: readonly CountedProject[],
): DistrictShare[] {
  return districts.map(({ district, residents }) => {
    const own = projects.filter((project) => project.district === district);
    const euros = own.reduce((sum, project) => sum + (project.euros ?? 0), 0);
    const perThousand = (amount: number) =>
      residents === null || residents <= 0 ? null : (amount * 1000) / residents;
    return {
      district,
      residents,
      projects: own.length,
      euros,
      projectsWithoutAmount: own.filter((project) => project.euros === null).length,
      projectsPerThousand: perThousand(own.length),
      eurosPerThousand: perThousand(euros),
    };
  });
}
