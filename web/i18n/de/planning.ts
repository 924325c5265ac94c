/** German wording of this part; en/planning.ts has the same keys. */
export const planning = {} as const;
