import { z } from "zod";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { indicatorThemes } from "#domain/indicator/indicator.ts";

const codes = z.array(z.string().min(1).max(80)).max(10);

/** Codes of indicators, in the order they are shown. Those a reader may not have, or that are not there, are left out. */
export const profileSettingSchema = z.strictObject({
  /** Count of residents with a Stichtag; without it the residents of the areas are told. */
  residents: z.string().max(80).optional(),
  ages: codes.default([]),
  monitoring: codes.default([]),
});
export type ProfileSetting = z.infer<typeof profileSettingSchema>;

/** Beyond this a page of A4 has no room for one column each. */
const mostMonitored = 9;

/**
 * The indicators of a profile out of those this audience reads: the city's own choice, else the default indicator and
 * then up to two rates or means of every theme, those with a direction first.
 */
export function profileIndicators(
  readable: readonly IndicatorAnswer[],
  { setting, usual }: { setting: ProfileSetting | undefined; usual: string | undefined },
): { residents: IndicatorAnswer | undefined; ages: IndicatorAnswer[]; monitoring: IndicatorAnswer[] } {
  const named = (wanted: readonly string[]) =>
    wanted.flatMap((code) => readable.find((one) => one.code === code) ?? []);
  const [residents] = named(setting?.residents === undefined ? [] : [setting.residents]);
  const ages = named(setting?.ages ?? []);
  const chosen = named(setting?.monitoring ?? []);
  if (chosen.length > 0) return { residents, ages, monitoring: chosen };
  const drawn = readable.filter(
    ({ kind, code }) => kind !== "count" && !ages.some((age) => age.code === code),
  );
  const ofThemes = indicatorThemes.flatMap((theme) => {
    const all = drawn.filter((one) => one.theme === theme);
    const isNeutral = ({ direction }: IndicatorAnswer) => direction === "NEUTRAL";
    return [...all.filter((one) => !isNeutral(one)), ...all.filter(isNeutral)].slice(0, 2);
  });
  const first = drawn.filter(({ code }) => code === usual);
  return { residents, ages, monitoring: [...new Set([...first, ...ofThemes])].slice(0, mostMonitored) };
}
