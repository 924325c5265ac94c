/** What is wrong with a geometry, for people to be told in their language: a code, where, and facts. */
export type GeometryProblemCode =
  | "not-a-geometry"
  | "unknown-type"
  | "collection-refused"
  | "kind-not-allowed"
  | "empty"
  | "wrong-nesting"
  | "not-a-number"
  | "too-few-positions"
  | "too-many-vertices"
  | "outside-range"
  | "outside-extent"
  | "zero-area"
  | "self-intersection"
  | "rings-cross"
  | "hole-outside"
  | "parts-overlap";

export interface GeometryProblem {
  code: GeometryProblemCode;
  /** JSON pointer into the geometry, such as `/coordinates/0/3`. */
  pointer: string;
  /** Facts to put into the sentence: `x`, `y`, `limit`, `type`, `hint` … */
  facts: Readonly<Record<string, string | number>>;
}

/** What was put right without asking, because nothing of the shape is lost. */
export type GeometryNoteCode =
  | "ring-closed"
  | "repeated-point-removed"
  | "spike-removed"
  | "winding-turned"
  | "height-dropped";

export interface GeometryNote {
  code: GeometryNoteCode;
  pointer: string;
}
