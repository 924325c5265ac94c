import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { ColumnField, type DraftProps, TextLine } from "./draft-fields.tsx";
import { FigureFields } from "./figure-fields.tsx";
import type { ImportDraft } from "./import-draft.ts";
import { RecordFields } from "./record-fields.tsx";
import { useDataText } from "./use-data-text.ts";

export type KindProps = DraftProps & { job: JobAnswer };

/** What the columns mean, for the kind of content the job has. */
export function KindFields(props: KindProps) {
  const words = useDataText().mapping;
  const { job, draft, change } = props;
  const columns = job.preview?.columns ?? [];
  const pick = (
    field: "areaNumber" | "areaName" | "parent" | "period" | "x" | "y" | "key",
    label: string,
    id?: string,
  ) => (
    <ColumnField
      {...(id && { id })}
      label={label}
      columns={columns}
      value={draft[field]}
      onChange={(column) => change({ [field]: column })}
    />
  );
  const places = !job.preview?.hasGeometry && (
    <>
      {pick("x", words.x)}
      {pick("y", words.y)}
    </>
  );
  switch (job.kind) {
    case "indicator":
      return (
        <>
          <fieldset className="data-group">
            <legend>{words.area}</legend>
            <div className="data-fields">
              <LevelField {...props} />
              {pick("areaNumber", words.areaNumber, "import-area-number")}
              {pick("areaName", words.areaName)}
              {pick("period", words.period)}
              {!draft.period && (
                <TextLine
                  {...props}
                  id="import-fixed-period"
                  label={words.fixedPeriod}
                  hint={words.periodHint}
                  field="fixedPeriod"
                />
              )}
            </div>
          </fieldset>
          <FigureFields {...props} />
        </>
      );
    case "areas":
      return (
        <fieldset className="data-group">
          <legend>{words.area}</legend>
          <div className="data-fields">
            <LevelField {...props} />
            {pick("areaNumber", words.number, "import-area-number")}
            {pick("areaName", words.name)}
            {pick("parent", words.parent)}
            <TextLine
              {...props}
              id="import-boundary-version"
              label={words.boundaryVersion}
              hint={words.boundaryHint}
              field="boundaryVersion"
            />
          </div>
        </fieldset>
      );
    case "records":
      return <RecordFields {...props} keyField={pick("key", words.key)} places={places} />;
    case "layer":
      return (
        <fieldset className="data-group">
          <legend>{words.fields}</legend>
          <div className="data-fields">
            <TextLine
              {...props}
              id="import-layer-name"
              label={words.layerName}
              hint={words.codeHint}
              field="layerName"
            />
            <TextLine {...props} id="import-layer-title" label={words.title} field="layerTitle" />
            {pick("key", words.key)}
            {places}
          </div>
        </fieldset>
      );
  }
}

function LevelField({ draft, change }: KindProps) {
  const { say } = useLanguage();
  const words = useDataText().mapping;
  const { city } = useOpened();
  return (
    <label className="field">
      <span>{words.level}</span>
      <select
        value={draft.level}
        onChange={(event) => change({ level: event.target.value as ImportDraft["level"] })}
      >
        {city.levels.map(({ level, plural }) => (
          <option key={level} value={level}>
            {say(plural)}
          </option>
        ))}
      </select>
    </label>
  );
}
