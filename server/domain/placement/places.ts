/** A place with capacity, and the cells it can serve. */
export interface PlaceSite {
  /** In thousandths of a place, as demand is. */
  capacity: number;
  /** Ascending. */
  cells: ArrayLike<number>;
  /** Whole cost of serving one thousandth; below the cell's `unservedCosts`. */
  costs: ArrayLike<number>;
}

/** People, places, and what it costs to bring one to the other. Whole numbers throughout. */
export interface PlacesProblem {
  demand: Float64Array;
  /** Cost of whoever gets no place, per thousandth, by cell. */
  unservedCosts: Float64Array;
  sites: readonly PlaceSite[];
  /** Sites that are open anyway. */
  existing: readonly number[];
  /** Sites that may be opened, ascending. */
  usable: readonly number[];
}
