import type { AreaLevel } from "../area/area.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { MethodBreak } from "../series/method-break.ts";
import type { Text } from "../text/text.ts";
import type { CorrelationMatrix } from "./correlation-matrix.ts";
import type { IndexComponent, IndexDefinition } from "./index-definition.ts";
import type { IndexRobustness } from "./index-robustness.ts";
import type { AreaScore, IndexScores } from "./priority-index.ts";
import type { StatusDynamics } from "./status-dynamics.ts";

/** Which definition an answer was made by; without id and state it is one that nobody keeps. */
export interface NamedDefinition {
  id: string | null;
  state: string | null;
  definition: IndexDefinition;
}

/** Index of one level, areas in the order of their numbers: no ranks. */
export interface IndexAnswer {
  scenario: { id: string; name: string };
  result: {
    level: AreaLevel;
    areas: AreaScore[];
    /** What each component was measured against, in their order. */
    basis: IndexScores["basis"];
    correlation: CorrelationMatrix;
    robustness: IndexRobustness | null;
    /** Index of the changes of the same components; null where the definition has none. */
    dynamics: { years: number; areas: AreaScore[]; combinations: StatusDynamics[] } | null;
  };
  ingredients: {
    definition: { id: string | null; state: string | null } & Omit<IndexDefinition, "components" | "note">;
    boundaryVersion: string;
    components: IndexIngredient[];
  };
  warnings: Text[];
}

/** Where the figures of one component come from. */
export interface IndexIngredient extends IndexComponent {
  name: Text;
  unit: string;
  indicatorDirection: Indicator["direction"];
  /** Period whose figures count; null where there are none on this level. */
  period: string | null;
  /** Earlier period of the dynamics; null without, or where a break forbids it. */
  comparedWith: string | null;
  breaks: MethodBreak[];
  /** Areas of this level whose figure is hidden from everybody: they count as missing. */
  hidden: number;
  source: string;
  referenceDate: string;
}
