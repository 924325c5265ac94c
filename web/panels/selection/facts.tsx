import type { ReactNode } from "react";
import type { FieldDeclaration } from "#domain/record/record-type.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { SheetProps } from "./record-sheet.tsx";

/**
 * Declared fields of a record as name and value. A field that is missing although everybody may read it is
 * unknown; one that needs a higher level is left out, because here nobody can tell why it is missing.
 */
export function Facts({
  record,
  type,
  fields,
  children,
}: SheetProps & { fields: readonly string[]; children?: ReactNode }) {
  const { text, say } = useLanguage();
  const show = useFieldValue();
  return (
    <dl className="facts" aria-label={text.record.facts}>
      {fields.map((field) => {
        const declaration = type.fields[field];
        const value = record.properties[field];
        if (!declaration || (isMissing(value) && declaration.visibility !== undefined)) return null;
        return (
          <div key={field}>
            <dt>{say(declaration.name)}</dt>
            <dd>{show(value, declaration)}</dd>
          </div>
        );
      })}
      {children}
    </dl>
  );
}

/** One more fact beside the declared ones; nothing when there is no value. */
export function Fact({ name, value }: { name: string; value: ReactNode }) {
  if (value === null || value === undefined || value === false || value === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** A field's value in words: names of enumerations, units, lists, dates; "unbekannt" where there is none. */
export function useFieldValue(): (value: unknown, declaration: FieldDeclaration) => string {
  const { text, say, formats } = useLanguage();
  const show = (value: unknown, declaration: FieldDeclaration): string => {
    // An empty list was answered: there is none. A missing one was not.
    if (Array.isArray(value) && value.length === 0) return text.record.none;
    if (isMissing(value)) return text.record.unknown;
    if (Array.isArray(value) && declaration.parts)
      return value.map((one) => show(one, declaration)).join("; ");
    if (Array.isArray(value)) return formats.list(value.map((one) => show(one, declaration)));
    if (typeof value === "boolean") return value ? text.record.yes : text.record.no;
    if (typeof value === "number") {
      const isYear = declaration.unit === undefined;
      const figure = isYear ? String(value) : formats.number(value);
      return declaration.unit ? `${figure} ${formats.unit(declaration.unit)}` : figure;
    }
    if (typeof value === "object" && value !== null)
      return showParts(value as Record<string, unknown>, declaration);
    if (typeof value !== "string") return text.record.unknown;
    const name = declaration.values?.[value];
    return name ? say(name) : formats.date(value);
  };
  return show;

  /** What is inside an entry in the order of its declaration: "Art: Kita, Einheit: Gruppen, Anzahl: 4". */
  function showParts(value: Record<string, unknown>, { parts = {} }: FieldDeclaration): string {
    const named = Object.entries(parts).flatMap(([part, inner]) =>
      isMissing(value[part]) ? [] : [`${say(inner.name)}: ${show(value[part], inner)}`],
    );
    return named.length === 0 ? text.record.unknown : named.join(", ");
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
