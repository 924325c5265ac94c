import type { GeometryProblem, GeometryProblemCode } from "#domain/geometry/geometry-problem.ts";

const place = ({ facts }: GeometryProblem): string => {
  const digits = (value: unknown) => Number(value).toLocaleString("de-DE", { maximumFractionDigits: 5 });
  return `(${digits(facts.x)}; ${digits(facts.y)})`;
};

const sentences: Readonly<Record<GeometryProblemCode, (problem: GeometryProblem) => string>> = {
  "not-a-geometry": () => "keine Geometrie",
  "unknown-type": ({ facts }) => `unbekannte Geometrieart „${facts.type}“`,
  "collection-refused": () => "GeometryCollection wird nicht angenommen",
  "kind-not-allowed": ({ facts }) => `Geometrieart ${facts.type} statt ${facts.allowed}`,
  empty: () => "ohne Koordinaten",
  "wrong-nesting": () => "Koordinaten falsch verschachtelt",
  "not-a-number": () => "eine Koordinate ist keine Zahl",
  "too-few-positions": ({ facts }) => `nur ${facts.positions} Punkte, nötig sind ${facts.atLeast}`,
  "too-many-vertices": ({ facts }) => `mehr als ${facts.limit} Stützpunkte`,
  "outside-range": (problem) => `Koordinaten außerhalb des gültigen Bereichs ${place(problem)}`,
  "outside-extent": (problem) =>
    problem.facts.hint === "swapped"
      ? `Koordinaten vertauscht ${place(problem)}: die Reihenfolge ist Länge, Breite`
      : `Koordinaten außerhalb des Gebiets ${place(problem)}`,
  "zero-area": () => "Fläche ist 0",
  "self-intersection": (problem) => `die Grenze schneidet sich selbst bei ${place(problem)}`,
  "rings-cross": (problem) => `Ringe schneiden sich bei ${place(problem)}`,
  "hole-outside": (problem) => `ein Loch liegt außerhalb der Fläche bei ${place(problem)}`,
  "parts-overlap": (problem) => `Teilflächen überlappen sich bei ${place(problem)}`,
};

/** What is wrong with a geometry, in German, without a full stop. */
export function geometrySentence(problem: GeometryProblem): string {
  return sentences[problem.code](problem);
}
