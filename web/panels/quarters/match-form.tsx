import { useState } from "react";
import { renewalDepartment } from "#domain/access/departments.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import {
  isAssessedTwice,
  type MatchRecommendation,
  matchRecommendations,
  type SocialMatch,
  socialMatch,
} from "#domain/renewal/social-match.ts";
import type { Tagged } from "../../data/api.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useOpened } from "../../data/opened.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { today } from "../../data/today.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { FormField } from "../record-form/form-field.tsx";
import { RecordForm } from "../record-form/record-form.tsx";
import { withoutEmpty } from "../record-form/without-empty.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/**
 * The own side's assessment of an SVG in an area, signed by the own office, and the joint recommendation once both sides
 * have assessed. The other side's words stay as they are (`fieldWriters` of the record type).
 */
export function MatchForm({
  base,
  area,
  priorityAreas,
  onClose,
}: {
  base: Tagged<RecordAnswer> | null;
  area: AreaRef;
  priorityAreas: readonly RecordAnswer[];
  onClose: () => void;
}) {
  const { say } = useLanguage();
  const { form } = useQuartersText();
  const { me } = useOpened();
  const office = useOwnOffice();
  // The Geschäftsstelle is on no side: it keeps what both agreed.
  const isBetween = me.role === "SECRETARIAT";
  const side = me.department === renewalDepartment ? "urban" : "social";
  const own = `${side}Assessment` as const;
  const [draft, setDraft] = useState<Partial<SocialMatch>>(() => draftOf(base?.value, priorityAreas));
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<SocialMatch>) => setDraft({ ...draft, ...part });
  const assess = (said: string) =>
    change({ [own]: said === "" ? undefined : { text: said, office, date: today() } });
  const problems = [
    ...(draft.priorityAreaId ? [] : (["priorityAreaId"] as const)),
    ...(isBetween || draft[own]?.text.trim() ? [] : (["assessment"] as const)),
  ];
  const problemOf = (field: (typeof problems)[number]) =>
    isTried && problems.includes(field) ? form.problems[field] : undefined;
  return (
    <RecordForm
      type={socialMatch}
      base={base}
      properties={{ ...withoutEmpty(draft), areaLevel: area.level, areaNumber: area.number }}
      problems={problems.map((field) => ({ fieldId: `match-${field}`, sentence: form.problems[field] }))}
      onTried={() => setTried(true)}
      onTakeSaved={(saved) => setDraft(draftOf(saved, priorityAreas))}
      onClose={onClose}
      done={form.saved}
    >
      {base === null && (
        <FormField id="match-priorityAreaId" label={form.priorityArea} problem={problemOf("priorityAreaId")}>
          {(control) => (
            <select
              {...control}
              value={draft.priorityAreaId ?? ""}
              onChange={(event) => change({ priorityAreaId: event.target.value })}
            >
              {priorityAreas.map(({ id, properties }) => (
                <option key={id} value={id}>
                  {renewalPriorityArea.title(properties)}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )}
      {!isBetween && (
        <FormField
          id="match-assessment"
          label={form.ownSide[side]}
          hint={form.signed(office)}
          problem={problemOf("assessment")}
        >
          {(control) => (
            <textarea
              {...control}
              rows={4}
              maxLength={5000}
              value={draft[own]?.text ?? ""}
              onChange={(event) => assess(event.target.value)}
            />
          )}
        </FormField>
      )}
      <FormField
        id="match-recommendation"
        label={form.recommendation}
        hint={isAssessedTwice(draft) ? undefined : form.recommendationHint}
      >
        {(control) => (
          <select
            {...control}
            disabled={!isAssessedTwice(draft)}
            value={draft.recommendation ?? ""}
            onChange={(event) =>
              change({ recommendation: (event.target.value || undefined) as MatchRecommendation | undefined })
            }
          >
            <option value="">{form.none}</option>
            {Object.entries(matchRecommendations).map(([key, name]) => (
              <option key={key} value={key}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="match-reason" label={form.reason}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={draft.reason ?? ""}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </FormField>
      <FormField id="match-meeting" label={form.meeting}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            value={draft.meeting ?? ""}
            onChange={(event) => change({ meeting: event.target.value })}
          />
        )}
      </FormField>
    </RecordForm>
  );
}

function draftOf(
  saved: RecordAnswer | undefined,
  priorityAreas: readonly RecordAnswer[],
): Partial<SocialMatch> {
  if (saved) return saved.properties as Partial<SocialMatch>;
  const [first] = priorityAreas;
  return first ? { priorityAreaId: first.id } : {};
}
