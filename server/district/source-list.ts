import type { ProfileSource } from "#domain/contract/district-contract.ts";

/** Sources in the order they are first named, each once; figures refer to them by their place. */
export class SourceList {
  readonly items: ProfileSource[] = [];

  /** The place of a source in the list. */
  add({ source, licence, referenceDate }: ProfileSource): number {
    const at = this.items.findIndex(
      (one) => one.source === source && one.licence === licence && one.referenceDate === referenceDate,
    );
    if (at >= 0) return at;
    return this.items.push({ source, licence, referenceDate }) - 1;
  }
}
