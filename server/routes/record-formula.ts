import type { Audience } from "#domain/access/audience.ts";
import { isAtMost } from "#domain/access/visibility.ts";
import { computedIndicator, computedIndicatorSchema } from "#domain/indicator/computed-indicator.ts";
import { checkComputed } from "#domain/indicator/describe-computed.ts";
import { formulaCodes } from "#domain/indicator/formula.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/**
 * A formula is checked against the indicators of whoever writes or releases it, before it is kept. Throws Problem 422 naming
 * the part that does not fit; an indicator that is closed to the writer and none at all are refused alike. Throws Problem 409
 * where a part is more closed than the record: its name would announce figures its readers may not know. Other types pass.
 */
export async function refuseUnfitFormula(
  { indicators }: Pick<Services, "indicators">,
  type: RecordType,
  audience: Audience,
  { properties, visibility }: Pick<StoredRecord, "properties" | "visibility">,
): Promise<void> {
  if (type !== computedIndicator) return;
  const { formula } = computedIndicatorSchema.parse(properties);
  const measured = new Map((await indicators.list(audience)).map((one) => [one.code, one]));
  const checked = checkComputed(formula, measured);
  if (checked.kind === "problem") {
    const { pointer, text } = checked.problem;
    throw new Problem(422, text.de, {
      errors: [{ pointer: `/properties/formula${pointer}`, detail: text.de }],
    });
  }
  const closed = formulaCodes(formula)
    .map((code) => measured.get(code)!)
    .find((part) => !isAtMost(part.visibility, visibility));
  if (!closed) return;
  throw new Problem(409, `„${closed.name.de}“ ist nicht ebenso weit freigegeben.`, {
    errors: [{ pointer: "/properties/formula", detail: "nicht ebenso weit freigegeben" }],
  });
}
