import { useId, useState } from "react";
import { profileCodes, profiles } from "#domain/network/profile.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { limitOfTerms } from "../../planning/way-limit.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** Who walks, how far, measured in metres or minutes; each may differ from the standard, and then says so. */
export function WayForm({ terms }: { terms: PlanningTerms }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const profile = usePage((state) => state.wayProfile);
  const limit = usePage((state) => state.wayLimit);
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const hint = useId();
  const shown = limitOfTerms(terms);
  const walker = profile ?? terms.standard.profile;
  const speed = terms.parameterSet.profiles.find((one) => one.profile === walker)?.speedMmPerSecond ?? null;
  const differs = profile !== null || limit !== null;

  const choose = (text: string, measure: "metres" | "minutes") => {
    const amount = Number(text.trim().replace(",", "."));
    const fits = measure === "metres" ? amount >= 50 && amount <= 20_000 : amount >= 1 && amount <= 120;
    setWrong(!fits);
    if (!fits) return;
    setDraft(null);
    const isStandard = measure === "metres" && amount === terms.standard.maxWayM;
    const chosen =
      measure === "metres"
        ? ({ measure, metres: Math.round(amount) } as const)
        : ({ measure, minutes: amount } as const);
    store.getState().plan({ wayLimit: isStandard ? null : chosen });
  };
  const measureIn = (measure: "metres" | "minutes") => {
    setDraft(null);
    if (measure === shown?.measure) return;
    if (measure === "metres" && terms.standard.maxWayM !== null) {
      store.getState().plan({ wayLimit: null });
      return;
    }
    // The same way in the other unit, as whole minutes or fifties of metres.
    const seconds = shown ? (shown.amount * 1000) / (speed ?? 1000) : 600;
    choose(measure === "minutes" ? String(Math.max(1, Math.round(seconds / 60))) : "500", measure);
  };

  return (
    <fieldset className="way-form">
      <legend>{words.way.heading}</legend>
      <label className="field field-inline">
        <span>{words.way.profile}</span>
        <select
          value={profile ?? ""}
          onChange={(event) =>
            store.getState().plan({
              wayProfile: profileCodes.find((code) => code === event.target.value) ?? null,
            })
          }
        >
          <option value="">{`${say(profiles[terms.standard.profile])} (${words.way.ofStandard})`}</option>
          {profileCodes
            .filter((code) => code !== terms.standard.profile)
            .map((code) => (
              <option key={code} value={code}>
                {say(profiles[code])}
              </option>
            ))}
        </select>
      </label>
      <div className="way-limit">
        <label className="field field-inline">
          <span>{words.way.limit}</span>
          <input
            inputMode="decimal"
            value={draft ?? (shown ? formats.number(shown.amount, shown.amount % 1 === 0 ? 0 : 1) : "")}
            aria-describedby={hint}
            aria-invalid={isWrong}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() =>
              draft !== null && choose(draft.replace(/\.(?=\d{3}\b)/g, ""), shown?.measure ?? "metres")
            }
            onKeyDown={(event) =>
              event.key === "Enter" &&
              draft !== null &&
              choose(draft.replace(/\.(?=\d{3}\b)/g, ""), shown?.measure ?? "metres")
            }
          />
        </label>
        <label className="field">
          <span className="for-ears">{words.way.measure}</span>
          <select
            value={shown?.measure ?? "metres"}
            onChange={(event) => measureIn(event.target.value === "minutes" ? "minutes" : "metres")}
          >
            <option value="metres">{words.way.metres}</option>
            <option value="minutes" disabled={speed === null}>
              {words.way.minutes}
            </option>
          </select>
        </label>
      </div>
      <p
        id={hint}
        className={isWrong ? "problem-text small" : "for-ears"}
        role={isWrong ? "alert" : undefined}
      >
        {isWrong ? words.way.wrongLimit : words.way.limitHint}
      </p>
      {differs && <p className="small">{words.way.differs}</p>}
    </fieldset>
  );
}
