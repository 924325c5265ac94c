import { type FormEvent, useState } from "react";
import { type ProfileCode, profileCodes, profiles } from "#domain/network/profile.ts";
import { parameterSet as parameterSetType } from "#domain/parameter-set/parameter-set.ts";
import { type Standard, sourceStatuses } from "#domain/parameter-set/standard.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { changeStandard, maySketch } from "../../planning/edit-scenario.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Fact } from "../selection/facts.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** The figures of the standard with source and certainty; each can be tried otherwise in a scenario. */
export function StandardDetails({ terms }: { terms: PlanningTerms }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const mayChange = usePage(maySketch);
  const [isChanging, setChanging] = useState(false);
  const { standard, parameterSet, scenario } = terms;
  const variant = scenario.standards.find(({ kind }) => kind === standard.kind) ?? null;
  const state = parameterSetType.lifecycle.states[parameterSet.state];
  const figure = (value: number | null, decimals = 0) =>
    value === null ? words.standard.notAgreed : formats.number(value, decimals);

  if (isChanging) return <VariantForm terms={terms} onClose={() => setChanging(false)} />;
  return (
    <>
      <p className="small">
        {words.standard.line(parameterSet.name, state ? say(state.name) : parameterSet.state)}
      </p>
      <dl className="facts">
        <Fact name={words.standard.maxWay} value={figure(standard.maxWayM)} />
        <Fact name={words.standard.profile} value={say(profiles[standard.profile])} />
        <Fact name={words.standard.perPerson} value={figure(standard.capacityPerPerson, 2)} />
        <Fact name={words.standard.unit} value={figure(standard.sensibleUnit)} />
        <Fact name={words.standard.outdoor} value={figure(standard.outdoorM2PerUnit)} />
        <Fact name={words.standard.source} value={standard.source} />
        <Fact name={words.standard.sourceStatus} value={say(sourceStatuses[standard.sourceStatus])} />
        <Fact name={words.standard.validFrom} value={formats.date(parameterSet.validFrom)} />
      </dl>
      {mayChange && (
        <p className="button-row">
          <button type="button" className="button small-button" onClick={() => setChanging(true)}>
            {words.standard.change}
          </button>
          {variant && (
            <button
              type="button"
              className="button small-button"
              onClick={() => {
                changeStandard(store, { before: variant, after: null }, words.sketches.newScenario);
                store.getState().announce(words.standard.removed);
              }}
            >
              {words.standard.reset}
            </button>
          )}
        </p>
      )}
    </>
  );
}

const fields = ["maxWayM", "capacityPerPerson", "sensibleUnit", "outdoorM2PerUnit"] as const;
type Field = (typeof fields)[number];

function VariantForm({ terms, onClose }: { terms: PlanningTerms; onClose: () => void }) {
  const { say, language } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const { standard, scenario } = terms;
  const written = (value: number | null) =>
    value === null ? "" : value.toLocaleString(language, { useGrouping: false });
  const [draft, setDraft] = useState<Record<Field, string>>({
    maxWayM: written(standard.maxWayM),
    capacityPerPerson: written(standard.capacityPerPerson),
    sensibleUnit: written(standard.sensibleUnit),
    outdoorM2PerUnit: written(standard.outdoorM2PerUnit),
  });
  const [profile, setProfile] = useState<ProfileCode>(standard.profile);
  const [isWrong, setWrong] = useState(false);
  const names: Record<Field, string> = {
    maxWayM: words.standard.maxWay,
    capacityPerPerson: words.standard.perPerson,
    sensibleUnit: words.standard.unit,
    outdoorM2PerUnit: words.standard.outdoor,
  };

  const apply = (event: FormEvent) => {
    event.preventDefault();
    const figures = {} as Record<Field, number | null>;
    for (const field of fields) {
      const text = draft[field].trim().replace(",", ".");
      const figure = Number(text);
      if (text !== "" && !(figure > 0)) {
        setWrong(true);
        return;
      }
      figures[field] = text === "" ? null : field === "maxWayM" ? Math.round(figure) : figure;
    }
    const after: Standard = {
      ...standard,
      ...figures,
      profile,
      source: words.standard.variantSource,
      sourceStatus: "FROM_MEMORY",
    };
    const before = scenario.standards.find(({ kind }) => kind === standard.kind) ?? null;
    changeStandard(store, { before, after }, words.sketches.newScenario);
    store.getState().plan({ wayLimit: null, wayProfile: null });
    store.getState().announce(words.standard.applied);
    onClose();
  };
  return (
    <form className="stack" onSubmit={apply}>
      {fields.map((field) => (
        <label key={field} className="field">
          <span>{names[field]}</span>
          <input
            inputMode="decimal"
            value={draft[field]}
            onChange={(event) => {
              setDraft({ ...draft, [field]: event.target.value });
              setWrong(false);
            }}
          />
        </label>
      ))}
      <label className="field">
        <span>{words.standard.profile}</span>
        <select
          value={profile}
          onChange={(event) =>
            setProfile(profileCodes.find((code) => code === event.target.value) ?? standard.profile)
          }
        >
          {profileCodes.map((code) => (
            <option key={code} value={code}>
              {say(profiles[code])}
            </option>
          ))}
        </select>
      </label>
      {isWrong && <p role="alert">{words.standard.wrong}</p>}
      <p className="button-row">
        <button type="submit" className="button button-main">
          {words.standard.apply}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.standard.cancel}
        </button>
      </p>
    </form>
  );
}
