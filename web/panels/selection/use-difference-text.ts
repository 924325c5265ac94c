import { visibilitySchema } from "#domain/access/visibility.ts";
import type { FieldDeclaration, RecordType } from "#domain/record/record-type.ts";
import type { Difference, PathStep } from "#domain/revision/differences.ts";
import type { PlaceChange } from "#domain/revision/place-change.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { useFieldValue } from "./facts.tsx";

/** A difference in words: what it is about, and both sides, or what happened where two sides would say nothing. */
export type DifferenceLine = { key: string; name: string } & (
  | { before: string; after: string }
  | { change: string }
);
type Sides = { before: string; after: string } | { change: string };

const squareMetresPerHectare = 10_000;

/** Puts differences of two versions into words: those of the field declarations, and sentences for places. */
export function useDifferenceText(): (type: RecordType, difference: Difference) => DifferenceLine {
  const { text, say, formats } = useLanguage();
  const { history } = usePeopleText();
  const showValue = useFieldValue();

  const show = (value: unknown, declaration: FieldDeclaration): string => {
    if (value === undefined || value === null || value === "") return history.nothing;
    if (typeof value !== "object") return showValue(value, declaration);
    if (Array.isArray(value)) {
      return value.some((one) => typeof one === "object")
        ? value.map((one) => show(one, declaration)).join("; ")
        : showValue(value, declaration);
    }
    const parts = Object.entries(declaration.parts ?? {}).flatMap(([part, inner]) => {
      const inside = (value as Record<string, unknown>)[part];
      return inside === undefined || inside === null || inside === ""
        ? []
        : [`${say(inner.name)}: ${show(inside, inner)}`];
    });
    return parts.length > 0 ? parts.join(", ") : history.inside;
  };
  const way = (path: readonly PathStep[]) =>
    path.map((step) => ("name" in step ? say(step.name) : history.entry(step.entry))).join(" › ");
  const listed = (values: readonly string[]) => values.join("; ") || history.nothing;
  const department = (number: string | null) =>
    number === null ? history.nothing : (text.departments[number] ?? number);
  const level = (name: string | null) => {
    const known = visibilitySchema.safeParse(name);
    return known.success ? text.levels[known.data] : history.nothing;
  };

  const place = (change: PlaceChange): Sides => {
    const outline = (m2: number) => history.hectares(formats.number(m2 / squareMetresPerHectare, 2));
    switch (change.kind) {
      case "placed":
        return { before: history.withoutPlace, after: history.withPlace };
      case "removed":
        return { before: history.withPlace, after: history.withoutPlace };
      case "redrawn":
        return { change: history.redrawn };
      case "reshaped":
        return { before: outline(change.beforeM2), after: outline(change.afterM2) };
      default:
        return {
          change: change.metres < 1 ? history.movedLittle : history.moved(formats.number(change.metres)),
        };
    }
  };

  const sides = (type: RecordType, difference: Difference): Sides => {
    switch (difference.kind) {
      case "state": {
        const name = (state: string | null) => {
          const known = type.lifecycle.states[state ?? ""]?.name;
          return known ? say(known) : (state ?? history.nothing);
        };
        return { before: name(difference.before), after: name(difference.after) };
      }
      case "visibility":
        return { before: level(difference.before), after: level(difference.after) };
      case "department":
        return { before: department(difference.before), after: department(difference.after) };
      case "participants": {
        const name = (participant: string) => department(participant.replace(/^department:/, ""));
        return { before: listed(difference.removed.map(name)), after: listed(difference.added.map(name)) };
      }
      case "place":
        return place(difference.change);
      case "list": {
        const all = (values: readonly unknown[]) =>
          listed(values.map((one) => show(one, difference.declaration)));
        return { before: all(difference.removed), after: all(difference.added) };
      }
      default: {
        const { declaration, before, after } = difference;
        return { before: show(before, declaration), after: show(after, declaration) };
      }
    }
  };

  return (type, difference) => {
    const name = "path" in difference ? way(difference.path) : history[difference.kind];
    return { key: name, name, ...sides(type, difference) };
  };
}
