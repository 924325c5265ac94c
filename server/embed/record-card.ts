import type { StoredRecord } from "#domain/record/record.ts";
import type { FieldDeclaration, RecordType } from "#domain/record/record-type.ts";
import type { Formats } from "#domain/text/formats.ts";
import type { Language } from "#domain/text/text.ts";

/** Name and content of one line of a card. */
export type CardLine = [name: string, content: string];

/**
 * What a projected record says in words: kind, state and every declared field with a plain value, in the order of the
 * declaration. Sets of figures (capacities by group) are left to the full map, which has room for their table.
 */
export function cardOfRecord(
  type: RecordType,
  record: StoredRecord,
  { language, formats, stateName }: { language: Language; formats: Formats; stateName: string },
): { title: string; kind: string; lines: CardLine[] } {
  const title = type.title(record.properties);
  const state = type.lifecycle.states[record.state]?.name[language];
  const lines = Object.entries(type.fields).flatMap(([field, declaration]): CardLine[] => {
    const content = contentOf(record.properties[field], declaration, { language, formats });
    return content === null || content === title ? [] : [[declaration.name[language], content]];
  });
  return {
    title,
    kind: type.names.singular[language],
    lines: state ? [...lines, [stateName, state]] : lines,
  };
}

function contentOf(
  value: unknown,
  { values, unit }: FieldDeclaration,
  { language, formats }: { language: Language; formats: Formats },
): string | null {
  const named = (key: unknown) => values?.[String(key)]?.[language] ?? String(key);
  if (typeof value === "number") {
    const decimals = Number.isInteger(value) ? 0 : 2;
    return unit ? formats.value(value, { unit, decimals }) : String(value);
  }
  if (typeof value === "string") return value === "" ? null : values ? named(value) : formats.date(value);
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string"))
    return formats.list(value.map(named));
  return null;
}
