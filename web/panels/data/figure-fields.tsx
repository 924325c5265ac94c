import { defaultSmallAreaThreshold, defaultThreshold } from "#domain/disclosure/suppression.ts";
import { indicatorKinds } from "#domain/indicator/indicator.ts";
import type { FigureDraft } from "./import-draft.ts";
import type { KindProps } from "./kind-fields.tsx";
import { useDataText } from "./use-data-text.ts";

/** Columns of figures; each one that is taken becomes an indicator and says what it is. */
export function FigureFields({ draft, change }: KindProps) {
  const words = useDataText().mapping;
  const put = (column: string, part: Partial<FigureDraft>) =>
    change({ figures: draft.figures.map((one) => (one.column === column ? { ...one, ...part } : one)) });
  return (
    <fieldset className="data-group" id="import-figures" tabIndex={-1}>
      <legend>{words.figures}</legend>
      <p className="small">{words.figuresHint}</p>
      {draft.figures.map((figure) => (
        <fieldset key={figure.column} className="data-figure">
          <legend className="for-ears">{figure.column}</legend>
          <label className="check">
            <input
              type="checkbox"
              checked={figure.isTaken}
              onChange={(event) => put(figure.column, { isTaken: event.target.checked })}
            />
            <span>{words.take(figure.column)}</span>
          </label>
          {figure.isTaken && <FigureDetails figure={figure} put={(part) => put(figure.column, part)} />}
        </fieldset>
      ))}
    </fieldset>
  );
}

function FigureDetails({ figure, put }: { figure: FigureDraft; put: (part: Partial<FigureDraft>) => void }) {
  const words = useDataText().mapping;
  const line = (field: "nameDe" | "nameEn" | "unit" | "decimals" | "factor", label: string) => (
    <label className="field">
      <span>{label}</span>
      <input
        value={figure[field]}
        maxLength={200}
        onChange={(event) => put({ [field]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="data-fields">
      {line("nameDe", words.nameDe)}
      {line("nameEn", words.nameEn)}
      <label className="field">
        <span>
          {words.code} <small>({words.codeHint})</small>
        </span>
        <input
          id={`import-code-${figure.column}`}
          value={figure.code}
          maxLength={80}
          onChange={(event) => put({ code: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{words.indicatorKind}</span>
        <select
          value={figure.kind}
          onChange={(event) => put({ kind: event.target.value as FigureDraft["kind"] })}
        >
          {indicatorKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.indicatorKinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {line("unit", words.unit)}
      {line("decimals", words.decimals)}
      {line("factor", words.factor)}
      {figure.kind === "count" && (
        <label className="check">
          <input
            type="checkbox"
            checked={figure.isProtected}
            onChange={(event) => put({ isProtected: event.target.checked })}
          />
          <span>
            {words.protected}
            <small>{words.protectedHint(defaultThreshold, defaultSmallAreaThreshold)}</small>
          </span>
        </label>
      )}
    </div>
  );
}
