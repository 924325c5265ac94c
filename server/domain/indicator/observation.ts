import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";

/** Unknown is not zero, and suppressed is neither (MODEL §0.5). */
export const valueStates = ["VALUE", "UNKNOWN", "SUPPRESSED", "NOT_APPLICABLE", "TOO_FEW_RESIDENTS"] as const;
export const valueStateSchema = z.enum(valueStates);
export type ValueState = z.infer<typeof valueStateSchema>;

/**
 * A period as the field writes it: a Stichtag "2024-12-31" for stocks, a year "2024" for flows,
 * a school year "2024/25". Sorts as text within one indicator.
 */
export const periodSchema = z.string().regex(/^\d{4}(-\d{2}-\d{2}|\/\d{2})?$/);

export const observationFlags = ["VORLAEUFIG", "GESCHAETZT", "REVIDIERT", "UMGERECHNET"] as const;

/** One figure of one area and period. `value` is null exactly when the state is not VALUE. */
export const observationSchema = z
  .strictObject({
    indicatorCode: z.string(),
    level: areaLevelSchema,
    areaNumber: z.string(),
    period: periodSchema,
    value: z.number().nullable(),
    state: valueStateSchema,
    numerator: z.number().nullable().optional(),
    denominator: z.number().nullable().optional(),
    flag: z.enum(observationFlags).optional(),
  })
  .refine((o) => (o.value === null) === (o.state !== "VALUE"), { message: "value and state contradict" });
export type Observation = z.infer<typeof observationSchema>;

/** Year a period belongs to, for the year slider: the first four digits. */
export function periodYear(period: string): number {
  return Number(period.slice(0, 4));
}
