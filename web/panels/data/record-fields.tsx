import type { ReactNode } from "react";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { KindProps } from "./kind-fields.tsx";
import { useDataText } from "./use-data-text.ts";

/** Fields of a type of record, each from a column or with one value for all. */
export function RecordFields({
  job,
  draft,
  change,
  keyField,
  places,
}: KindProps & { keyField: ReactNode; places: ReactNode }) {
  const { say } = useLanguage();
  const words = useDataText().mapping;
  const type = recordTypeOf(job.recordType ?? "");
  const columns = job.preview?.columns ?? [];
  if (!type) return null;
  const put = (field: string, part: { column?: string; fixed?: string }) =>
    change({
      fields: { ...draft.fields, [field]: { column: "", fixed: "", ...draft.fields[field], ...part } },
    });
  return (
    <>
      <fieldset className="data-group">
        <legend>{say(type.names.plural)}</legend>
        <div className="data-fields">
          {keyField}
          {places}
        </div>
        <p className="small">{words.keyHint}</p>
        {type.geometry.optional && (
          <label className="check">
            <input
              type="checkbox"
              checked={draft.keepWithoutGeometry}
              onChange={(event) => change({ keepWithoutGeometry: event.target.checked })}
            />
            <span>{words.keepWithoutGeometry}</span>
          </label>
        )}
      </fieldset>
      <fieldset className="data-group">
        <legend>{words.fields}</legend>
        {Object.keys(type.schema.shape).map((field) => {
          const declared = type.fields[field];
          const name = declared ? say(declared.name) : field;
          const { column = "", fixed = "" } = draft.fields[field] ?? {};
          const values = Object.entries(declared?.values ?? {});
          return (
            <div key={field} className="data-record-field">
              <span aria-hidden="true">{name}</span>
              <select
                aria-label={words.columnOf(name)}
                value={column}
                onChange={(event) => put(field, { column: event.target.value })}
              >
                <option value="">{words.none}</option>
                {columns.map((one) => (
                  <option key={one.name}>{one.name}</option>
                ))}
              </select>
              {values.length > 0 ? (
                <select
                  aria-label={words.fixedOf(name)}
                  disabled={column !== ""}
                  value={fixed}
                  onChange={(event) => put(field, { fixed: event.target.value })}
                >
                  <option value="">{words.fixed}</option>
                  {values.map(([value, title]) => (
                    <option key={value} value={value}>
                      {say(title)}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  aria-label={words.fixedOf(name)}
                  disabled={column !== ""}
                  placeholder={words.fixed}
                  value={fixed}
                  onChange={(event) => put(field, { fixed: event.target.value })}
                />
              )}
            </div>
          );
        })}
      </fieldset>
    </>
  );
}
