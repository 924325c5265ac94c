import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { evidence } from "#domain/evidence/evidence.ts";
import type { Tagged } from "../../data/api.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { today } from "../../data/today.ts";
import { usePage } from "../../state/use-page.ts";
import { RecordForm } from "../record-form/record-form.tsx";
import {
  draftOf,
  type EvidenceField,
  type EvidencePlace,
  emptyDraft,
  geometryOf,
  problemsOf,
  propertiesOf,
} from "./evidence-draft.ts";
import { EvidenceFields, fieldId } from "./evidence-fields.tsx";
import { partsOf } from "./use-evidence.ts";
import { useEvidenceText } from "./use-evidence-text.ts";

/** The form of evidence. `base` is the version it changes, with its mark; null for a new one about `areaKey`. */
export function EvidenceForm({
  areaKey,
  base,
  onClose,
}: {
  areaKey: string;
  base: Tagged<RecordAnswer> | null;
  onClose: () => void;
}) {
  const { form } = useEvidenceText();
  const ownOffice = useOwnOffice();
  const drawn = usePage((state) => state.drawnArea);
  const ring = drawn?.kind === "drawn" ? drawn.ring : null;
  const [draft, setDraft] = useState(() =>
    base ? draftOf(partsOf(base.value), base.value.geometry) : emptyDraft(areaKey, today()),
  );
  const [isTried, setTried] = useState(false);
  const office = base ? partsOf(base.value).office : ownOffice;
  const properties = propertiesOf(draft, office);
  const geometry = geometryOf(draft, ring);
  const problems = problemsOf(properties, geometry);
  const places: EvidencePlace[] = [
    "NONE",
    ...(base?.value.geometry ? ["KEPT" as const] : []),
    ...(ring ? ["DRAWN" as const] : []),
    "POINT",
  ];
  const problemOf = (field: EvidenceField) =>
    isTried && problems.includes(field) ? form.problems[field] : undefined;
  return (
    <RecordForm
      type={evidence}
      base={base}
      properties={properties}
      {...(geometry === undefined || geometry === "unreadable" ? {} : { geometry })}
      problems={problems.map((field) => ({ fieldId: fieldId(field), sentence: form.problems[field] }))}
      onTried={() => setTried(true)}
      onTakeSaved={(saved) => setDraft(draftOf(partsOf(saved), saved.geometry))}
      onClose={onClose}
      done={form.done}
    >
      <EvidenceFields draft={draft} places={places} problemOf={problemOf} onChange={setDraft} />
      <p className="small">
        {form.office(office)} {form.readers}
      </p>
    </RecordForm>
  );
}
