import { type DraftProps, TextLine } from "./draft-fields.tsx";
import type { ImportDraft } from "./import-draft.ts";
import { useDataText } from "./use-data-text.ts";

/** Where the data come from, and what becomes of rows that are wrong. */
export function OriginFields(props: DraftProps) {
  const words = useDataText().mapping;
  const { draft, change } = props;
  return (
    <>
      <fieldset className="data-group">
        <legend>{words.origin}</legend>
        <div className="data-fields">
          <TextLine {...props} id="import-source" label={words.source} field="source" />
          <TextLine {...props} id="import-licence" label={words.licence} field="licence" />
          <TextLine {...props} id="import-reference-date" label={words.referenceDate} field="referenceDate" />
          <label className="field">
            <span>{words.decimal}</span>
            <select
              value={draft.decimal}
              onChange={(event) => change({ decimal: event.target.value as ImportDraft["decimal"] })}
            >
              {(["auto", "comma", "point"] as const).map((one) => (
                <option key={one} value={one}>
                  {words.decimals2[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
      </fieldset>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.skipBadRows}
          onChange={(event) => change({ skipBadRows: event.target.checked })}
        />
        <span>
          {words.skipBadRows}
          <small>{words.skipHint}</small>
        </span>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.repair}
          onChange={(event) => change({ repair: event.target.checked })}
        />
        <span>{words.repair}</span>
      </label>
    </>
  );
}
