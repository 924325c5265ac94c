import type { SceneSelection } from "../../map/map-scene.ts";

/** One cell: what is shown, and what it is sorted by; null sorts last and is words for why there is no value. */
export interface TableCell {
  text: string;
  sort: string | number | null;
  /** Colour of the class, beside the text. */
  colour?: string;
}

export interface TableColumn {
  id: string;
  name: string;
  isNumber: boolean;
  /** The word of the glossary that explains the head. */
  term?: string;
  /** Share of the width in pixels before stretching. */
  width: number;
  /** Hidden until somebody chooses it. */
  isExtra?: boolean;
}

export interface TableRow {
  selection: SceneSelection;
  cells: Readonly<Record<string, TableCell>>;
}

/** A table as plain values: the same rows the map draws. */
export interface TableModel {
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Rows there would be without the filters of the map. */
  total: number;
  /** Filters of the map that took rows away, in words. */
  filteredBy: readonly string[];
  sortedBy: { column: string; isDescending: boolean };
}
