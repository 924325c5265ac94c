import { useState } from "react";
import { actor as actorType } from "#domain/actor/actor.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Tagged } from "../../data/api.ts";
import { RecordForm } from "../record-form/record-form.tsx";
import { draftOf, emptyDraft, problemsOf, propertiesOf } from "./actor-draft.ts";
import { ActorFields } from "./actor-fields.tsx";
import { partsOf } from "./use-actors.ts";
import { useContactsText } from "./use-contacts-text.ts";

/** The form of an actor. `base` is the version it changes, with its mark; null for a new one. */
export function ActorForm({ base, onClose }: { base: Tagged<RecordAnswer> | null; onClose: () => void }) {
  const words = useContactsText();
  const [draft, setDraft] = useState(base ? draftOf(partsOf(base.value)) : emptyDraft);
  const properties = propertiesOf(draft);
  return (
    <RecordForm
      type={actorType}
      base={base}
      properties={properties}
      problems={problemsOf(properties).map((problem) => ({ sentence: words.form.problem(problem) }))}
      onTakeSaved={(saved) => setDraft(draftOf(partsOf(saved)))}
      onClose={onClose}
      done={words.form.done(String(properties.name))}
    >
      <ActorFields draft={draft} onChange={setDraft} />
      <p className="small">{draft.kind === "INVESTOR" ? words.form.closed : words.form.open}</p>
    </RecordForm>
  );
}
