import type { Indicator } from "../indicator/indicator.ts";
import { periodYear } from "../indicator/observation.ts";
import type { Text } from "../text/text.ts";
import type { IndexIngredient, NamedDefinition } from "./index-answer.ts";
import type { IndexScores } from "./priority-index.ts";

/** From here on two components are named as telling much the same (r² above a half and more) [design]. */
const closeCorrelation = 0.8;

/** Sentences that must stand beside an index, in a fixed order. */
export function indexWarnings({
  named,
  ingredients,
  scores,
  kinds,
}: {
  named: NamedDefinition;
  ingredients: readonly IndexIngredient[];
  scores: IndexScores;
  kinds: readonly Indicator["kind"][];
}): Text[] {
  const warnings: Text[] = [
    {
      de: "Klassen beschreiben die Lage der Gebiete zueinander, nicht die Menschen. Ob zu handeln ist, zeigt erst das Wissen vor Ort.",
      en: "Classes describe how areas stand to each other, not the people. Whether to act only local knowledge can tell.",
    },
  ];
  const warn = (holds: boolean, de: string, en: string) => {
    if (holds) warnings.push({ de, en });
  };
  const names = (list: readonly IndexIngredient[], language: "de" | "en") =>
    list.map(({ name }) => name[language]).join(", ");
  const about = (list: readonly IndexIngredient[], de: string, en: string) =>
    warn(list.length > 0, `${de}: ${names(list, "de")}.`, `${en}: ${names(list, "en")}.`);

  warn(
    named.state !== "ABGESTIMMT" && named.state !== "BESCHLOSSEN",
    "Diese Definition ist ein Entwurf, mit niemandem abgestimmt.",
    "This definition is a draft, agreed by nobody.",
  );
  const years = new Set(ingredients.flatMap(({ period }) => (period === null ? [] : [periodYear(period)])));
  warn(
    years.size > 1,
    `Die Bestandteile stammen aus verschiedenen Jahren (${[...years].sort().join(", ")}).`,
    `The components are of different years (${[...years].sort().join(", ")}).`,
  );
  about(
    ingredients.filter(({ period }) => period === null),
    "Ohne Werte auf dieser Ebene und zu dieser Zeit",
    "Without figures on this level at this time",
  );
  about(
    ingredients.filter(({ hidden }) => hidden > 0),
    "Geheim gehaltene Werte zählen als fehlend",
    "Hidden figures count as missing",
  );
  about(
    ingredients.filter((_, index) => kinds[index] === "count"),
    "Anzahlen wachsen mit der Größe der Gebiete und sind hier nicht vergleichbar",
    "Counts grow with the size of areas and cannot be compared here",
  );
  about(
    ingredients.filter(({ indicatorDirection }) => indicatorDirection === "NEUTRAL"),
    "An sich weder gut noch schlecht, durch Beschluss als Belastung gezählt",
    "Neither good nor bad in itself, counted as a burden by resolution",
  );
  about(
    ingredients.filter(
      ({ indicatorDirection, direction }) =>
        indicatorDirection !== "NEUTRAL" && indicatorDirection !== direction,
    ),
    "Anders gerichtet als der Indikator selbst",
    "Directed otherwise than the indicator itself",
  );
  about(
    ingredients.filter(({ period, comparedWith }) => isWithoutChange(named, period, comparedWith)),
    "Ohne vergleichbaren früheren Wert, in der Dynamik nicht gezählt",
    "Without a comparable earlier figure, not counted in the dynamics",
  );
  scores.correlation.forEach((row, i) => {
    row.slice(0, i).forEach((r, j) => {
      const [one, other] = [ingredients[j]!, ingredients[i]!];
      warn(
        r !== null && Math.abs(r) >= closeCorrelation,
        `${one.name.de} und ${other.name.de} hängen eng zusammen (r = ${german(r ?? 0)}): dasselbe zählt doppelt.`,
        `${one.name.en} and ${other.name.en} are closely related (r = ${(r ?? 0).toFixed(2)}): the same is counted twice.`,
      );
    });
  });
  const excluded = scores.areas.filter(
    ({ state }) => state === "TOO_FEW_RESIDENTS" || state === "RESIDENTS_UNKNOWN",
  ).length;
  warn(
    excluded > 0,
    `${excluded} Gebiete sind wegen zu weniger oder unbekannter Einwohner*innen nicht berücksichtigt.`,
    `${excluded} areas are left out for too few or unknown residents.`,
  );
  return warnings;
}

function isWithoutChange(
  { definition }: NamedDefinition,
  period: string | null,
  comparedWith: string | null,
): boolean {
  return definition.dynamics !== undefined && period !== null && comparedWith === null;
}

const german = (r: number) =>
  r.toLocaleString("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
