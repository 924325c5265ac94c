import { useState } from "react";
import type { IndicatorAnswer, RecordAnswer } from "#domain/contract/contract.ts";
import { interpretation } from "#domain/interpretation/interpretation.ts";
import type { Tagged } from "../../data/api.ts";
import { type AreaRef, useAreaTitle } from "../../data/area-of.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { today } from "../../data/today.ts";
import { usePeriodLabel } from "../indicator/use-period-label.ts";
import { FormField } from "../record-form/form-field.tsx";
import { RecordForm } from "../record-form/record-form.tsx";
import { shownInterpretation } from "./readings.ts";
import { useInterpretationText } from "./use-interpretation-text.ts";

const textFieldId = "interpretation-text";

/**
 * The form of an interpretation. `base` is the draft it changes, with its mark; `former` the signed version a new one
 * takes the place of, about the same area.
 */
export function InterpretationForm({
  indicator,
  area,
  base,
  former,
  onClose,
}: {
  indicator: IndicatorAnswer;
  area: AreaRef | null;
  base: Tagged<RecordAnswer> | null;
  former: RecordAnswer | null;
  onClose: () => void;
}) {
  const { form } = useInterpretationText();
  const ownOffice = useOwnOffice();
  const periodLabel = usePeriodLabel();
  const start = base?.value ?? former;
  const before = start && shownInterpretation(start);
  const [said, setSaid] = useState(before?.text ?? "");
  const [period, setPeriod] = useState(before?.period ?? "");
  const [isOfArea, setOfArea] = useState(before?.areaNumber !== undefined);
  const [isTried, setTried] = useState(false);
  const about: AreaRef | null =
    before?.areaLevel && before.areaNumber
      ? { level: before.areaLevel, number: before.areaNumber }
      : area && area.level !== "city"
        ? area
        : null;
  const areaTitle = useAreaTitle(about ?? { level: "city", number: "" });
  const replaces = former?.id ?? before?.replaces;
  // A new version speaks of what the former one spoke of.
  const isScopeFixed = replaces !== undefined || about === null;
  const authorOffice = (base && before?.authorOffice) || ownOffice;
  const properties = {
    indicatorCode: indicator.code,
    ...(isOfArea && about ? { areaLevel: about.level, areaNumber: about.number } : {}),
    ...(period === "" ? {} : { period }),
    text: said.trim(),
    authorOffice,
    date: today(),
    ...(replaces === undefined ? {} : { replaces }),
  };
  const problems = said.trim() === "" ? [{ fieldId: textFieldId, sentence: form.missing }] : [];
  return (
    <RecordForm
      type={interpretation}
      base={base}
      properties={properties}
      problems={problems}
      onTried={() => setTried(true)}
      onTakeSaved={(saved) => {
        const taken = shownInterpretation(saved);
        setSaid(taken.text);
        setPeriod(taken.period ?? "");
        setOfArea(taken.areaNumber !== undefined);
      }}
      onClose={onClose}
      done={form.done}
    >
      <FormField
        id={textFieldId}
        label={form.text}
        hint={form.hint}
        problem={isTried ? problems[0]?.sentence : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={7}
            maxLength={10_000}
            required
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        )}
      </FormField>
      {!isScopeFixed && (
        <FormField id="interpretation-scope" label={form.scope}>
          {(control) => (
            <select
              {...control}
              value={isOfArea ? "area" : "city"}
              onChange={(event) => setOfArea(event.target.value === "area")}
            >
              <option value="city">{form.city}</option>
              <option value="area">{areaTitle}</option>
            </select>
          )}
        </FormField>
      )}
      <FormField id="interpretation-period" label={form.period}>
        {(control) => (
          <select {...control} value={period} onChange={(event) => setPeriod(event.target.value)}>
            <option value="">{form.allPeriods}</option>
            {indicator.periods.toReversed().map((one) => (
              <option key={one} value={one}>
                {periodLabel(one)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <p className="small">
        {form.office(authorOffice)} {form.readers}
      </p>
    </RecordForm>
  );
}
