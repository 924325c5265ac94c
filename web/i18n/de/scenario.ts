/** German wording of this part; en/scenario.ts has the same keys. */
export const scenario = {} as const;
