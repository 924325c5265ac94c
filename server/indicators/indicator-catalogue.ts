import type { Audience } from "#domain/access/audience.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { ReadObservation } from "#domain/indicator/compute-observations.ts";
import type { Store } from "../store/store.ts";
import { type AskedValues, IndicatorReading } from "./indicator-reading.ts";
import { ReleaseFigures } from "./release-figures.ts";

/**
 * Indicators with figures: definitions, periods and values, each as its release allows; and those computed from them, for
 * whoever reads the definition and every part. Those are computed anew for each question from what its audience reads.
 */
export class IndicatorCatalogue {
  readonly #store: Store;
  readonly #figures: ReleaseFigures;

  constructor(store: Store) {
    this.#store = store;
    this.#figures = new ReleaseFigures(store);
  }

  /** For a question that asks for several: what there is now, read once for all of them. */
  read(audience: Audience): Promise<IndicatorReading> {
    return IndicatorReading.open({ store: this.#store, figures: this.#figures, audience });
  }

  /** Definitions of the indicators this audience reads, in the order of their codes. */
  async list(audience: Audience): Promise<IndicatorAnswer[]> {
    return (await this.read(audience)).list();
  }

  /** Values of one indicator, see `IndicatorReading`. */
  async values(audience: Audience, asked: AskedValues): Promise<ReadObservation[] | undefined> {
    return (await this.read(audience)).values(asked);
  }

  /** Known values of the newest period of one indicator by area number. */
  async latest(audience: Audience, asked: { code: string; level: AreaLevel }): Promise<Map<string, number>> {
    return (await this.read(audience)).latest(asked);
  }
}
