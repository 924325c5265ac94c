import type { Audience } from "#domain/access/audience.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { grouped } from "#domain/disclosure/grouped.ts";
import { type EarlyWarning, earlyWarning } from "#domain/early-warning/early-warning.ts";
import type { ToldWarning, WarningAnswer } from "#domain/early-warning/warning-answer.ts";
import { type AreaWarning, warningSignals } from "#domain/early-warning/warning-signals.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { compositionEffect, type RateParts } from "#domain/series/composition-effect.ts";
import { Problem } from "../errors.ts";
import { readableRecords } from "../layers/record-features.ts";
import type { Services } from "../services.ts";
import { gatherParameterSets, type KnownParameterSet } from "./parameter-sets.ts";

/** A question to the reader, as METHODS §7 words it. */
const reading = {
  de: "Auffälligkeit – bitte fachlich prüfen. Ein Prüfanlass ist keine Feststellung.",
  en: "Conspicuous – please examine. A reason to look is not a finding.",
};

/**
 * Prüfanlässe of one level by the rules in force, over every indicator this audience reads. Only figures told to everybody
 * who reads their release count: a signal must not tell of a hidden one. Signals somebody has looked at carry what was
 * found, and are silent for the screens until figures of a newer period come. Throws Problem 422 without rules.
 */
export async function askEarlyWarnings(
  services: Pick<Services, "store" | "indicators" | "areas">,
  audience: Audience,
  level: AreaLevel,
): Promise<WarningAnswer> {
  const set = rulesInForce(await gatherParameterSets(services.store, audience));
  const figures = await services.indicators.read(audience);
  const indicators = (await figures.list()).filter((one) => isWatched(one) && one.levels.includes(level));
  const examined = await examinedBefore(services, audience, level);
  const found: ToldWarning[] = [];
  for (const indicator of indicators) found.push(...(await ofIndicator(indicator)));
  return {
    scenario: { id: presentScenario.id, name: presentScenario.name.de },
    result: { level, warnings: found },
    ingredients: {
      parameterSet: {
        ...{ id: set.id, name: set.name, validFrom: set.validFrom },
        ...{ source: set.source, state: set.state },
      },
      thresholds: set.warnings,
      boundaryVersion: services.areas().boundaryVersion(level),
      indicators: indicators.map(({ code }) => code),
    },
    warnings: [reading],
  };

  async function ofIndicator(indicator: IndicatorAnswer): Promise<ToldWarning[]> {
    const { code } = indicator;
    const told = await figures.values({ code, level, onlyTold: true });
    const ofCity = await figures.values({ code, level: "city", onlyTold: true });
    const byArea = grouped(told ?? [], ({ areaNumber }) => areaNumber);
    const signals = warningSignals(set.warnings, {
      indicator,
      series: new Map([...byArea].map(([area, own]) => [area, new Map(known(own).map(pairOf))])),
      denominators: newestDenominators(byArea),
      lowestClass: new Set(),
    });
    const city = known(ofCity ?? []);
    return signals.flatMap((signal) =>
      signal.grade === null
        ? []
        : [
            {
              ...{ ...signal, grade: signal.grade, indicatorCode: code, city },
              series: known(byArea.get(signal.areaNumber) ?? []),
              breaks: indicator.breaks,
              composition: compositionOf(signal, byArea.get(signal.areaNumber) ?? []),
              examined: examined.get(keyOf({ ...signal, indicatorCode: code })) ?? null,
            },
          ],
    );
  }
}

type SetWithWarnings = KnownParameterSet & Required<Pick<KnownParameterSet, "warnings">>;

/** The latest set with rules that was decided or agreed, else the latest that was not superseded. */
function rulesInForce(latestFirst: readonly KnownParameterSet[]): SetWithWarnings {
  const withRules = latestFirst.filter((set): set is SetWithWarnings => set.warnings !== undefined);
  const set =
    withRules.find(({ state }) => state === "BESCHLOSSEN" || state === "ABGESTIMMT") ??
    withRules.find(({ state }) => state !== "ABGELOEST");
  if (!set) throw new Problem(422, "In keinem Kennwertsatz stehen Regeln der Frühwarnung.");
  return set;
}

/** Counts depend on the size of an area; ranks of the cohesion study did harm (MODEL §7). */
function isWatched({ kind, direction, theme }: IndicatorAnswer): boolean {
  return kind !== "count" && direction !== "NEUTRAL" && theme !== "cohesion";
}

function known(observations: readonly Observation[]): { period: string; value: number }[] {
  return observations
    .flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
    .sort((a, b) => a.period.localeCompare(b.period));
}

const pairOf = ({ period, value }: { period: string; value: number }): [string, number] => [period, value];

function newestDenominators(byArea: ReadonlyMap<string, readonly Observation[]>): Map<string, number> {
  return new Map(
    [...byArea].flatMap(([area, own]) => {
      const newest = own
        .filter(({ value }) => value !== null)
        .toSorted((a, b) => b.period.localeCompare(a.period))[0];
      return newest?.denominator == null ? [] : [[area, newest.denominator]];
    }),
  );
}

/** Count beside rate from the earliest figure a rule looked at until now. */
function compositionOf(signal: AreaWarning, own: readonly Observation[]): ToldWarning["composition"] {
  const looked = signal.fired.flatMap((rule) => {
    if (rule.rule === "CHANGE") return [rule.from];
    return rule.rule === "DIRECTION" ? rule.intervals.map(({ from }) => from) : [];
  });
  const from = looked.sort()[0];
  const before = from === undefined ? null : partsAt(own, from);
  const now = partsAt(own, signal.period);
  const effect = before && now && compositionEffect(before, now);
  return effect && from !== undefined ? { ...effect, from, before, now } : null;
}

function partsAt(own: readonly Observation[], at: string): RateParts | null {
  const found = own.find(({ period, value }) => period === at && value !== null);
  return found?.numerator == null || found.denominator == null
    ? null
    : { numerator: found.numerator, denominator: found.denominator };
}

const keyOf = (one: Pick<EarlyWarning, "indicatorCode" | "areaNumber" | "period">) =>
  `${one.indicatorCode} ${one.areaNumber} ${one.period}`;

/** What people found so far on this level, the newest word on each; reopened ones are as if nobody had looked. */
async function examinedBefore(
  { store }: Pick<Services, "store">,
  audience: Audience,
  level: AreaLevel,
): Promise<Map<string, NonNullable<ToldWarning["examined"]>>> {
  const records = await readableRecords(store, earlyWarning, audience);
  return new Map(
    records
      .filter(({ state }) => state === "GEPRUEFT")
      .toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt))
      .flatMap(({ id, properties }) => {
        const one = properties as EarlyWarning;
        if (one.areaLevel !== level) return [];
        const { disposition, reason, authorOffice, date } = one;
        return [[keyOf(one), { id, disposition, reason, authorOffice, date }]];
      }),
  );
}
