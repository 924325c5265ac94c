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

/** A part of a Stadtbezirk; `classIndex` from 0, the least burdened, null where the index gives no class. */
export interface ClassedArea {
  district: string | null;
  residents: number | null;
  classIndex: number | null;
}

export interface ResidentsOfClasses {
  district: string;
  /** Null where nothing of the Stadtbezirk has a class, or residents of an area in these classes are unknown. */
  residents: number | null;
  /** Areas without a class: their residents count nowhere. */
  unclassed: number;
}

/** Residents of a Stadtbezirk who live in areas of the class `from` or a more burdened one, to be what a spread stands beside. */
export function residentsOfClasses(
  districts: readonly string[],
  areas: readonly ClassedArea[],
  from: number,
): ResidentsOfClasses[] {
  return districts.map((district) => {
    const own = areas.filter((area) => area.district === district);
    const classed = own.filter(({ classIndex }) => classIndex !== null);
    const counted = classed.filter(({ classIndex }) => classIndex! >= from);
    const isKnown = classed.length > 0 && counted.every(({ residents }) => residents !== null);
    return {
      district,
      residents: isKnown ? counted.reduce((sum, { residents }) => sum + residents!, 0) : null,
      unclassed: own.length - classed.length,
    };
  });
}
