import type { AreaLevel } from "#domain/area/area.ts";
import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import { useOpened } from "../../data/opened.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { IndexQuestion } from "../../monitoring/index-question.ts";
import { useDefinitions } from "../../monitoring/use-definitions.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { DefinitionMoves } from "./definition-moves.tsx";
import { SaveDefinition } from "./save-definition.tsx";
import { definitionState, questionName, useDefinitionText } from "./use-definition-text.ts";

/** Which definition is open, or that this is a trial; how it stands, and what may become of it. */
export function DefinitionBar({ question }: { question: IndexQuestion }) {
  const { say, formats } = useLanguage();
  const { me, city, indicators } = useOpened();
  const words = useDefinitionText();
  const store = usePageStore();
  const id = usePage((state) => state.indexDefinition);
  const kept = useDefinitions() ?? [];
  const mayWrite = useMayWrite(indexDefinition);
  const mayKeep = mayWrite("create", { owner: me.account ?? "", department: me.department, districts: [] });
  const { base, isTrial, hindrance } = question;
  const levelNames = (levels: readonly AreaLevel[]) =>
    formats.list(city.levels.filter(({ level }) => levels.includes(level)).map(({ plural }) => say(plural)));
  const nameOf = (code: string) => {
    const indicator = indicators.find((one) => one.code === code);
    return indicator ? say(indicator.shortName ?? indicator.name) : code;
  };
  const open = (chosen: string) => {
    store.getState().keepClass(null);
    store.getState().monitor({ indexDefinition: chosen === "" ? null : chosen, indexTrial: null });
  };
  const isUnlisted = id !== null && !kept.some((one) => one.id === id);

  return (
    <>
      {(kept.length > 0 || id !== null) && (
        <label className="field">
          <span>{words.choose}</span>
          <select value={id ?? ""} onChange={(event) => open(event.target.value)}>
            <option value="">{words.freeTrial}</option>
            {isUnlisted && (
              <option value={id}>{hindrance?.kind === "LOADING" ? words.loading : words.unknown}</option>
            )}
            {kept.map(({ id: one, definition: { name, version }, state }) => (
              <option key={one} value={one}>
                {words.option(name, version, say(definitionState(state)))}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="definition-name">
        <span className={isTrial ? "badge" : "badge badge-strong"}>{say(questionName(question))}</span>
      </p>
      {hindrance?.kind === "UNKNOWN" && <Notice kind="problem">{words.unknown}</Notice>}
      {hindrance?.kind === "OTHER_LEVEL" && base && (
        <Notice>{words.otherLevel(levelNames(base.definition.levels))}</Notice>
      )}
      {hindrance?.kind === "MISSING" && (
        <Notice>{words.missing(formats.list(hindrance.codes.map(nameOf)))}</Notice>
      )}
      {base && (
        <details>
          <summary>{words.about}</summary>
          <dl className="facts small">
            <dt>{words.purpose}</dt>
            <dd>{base.definition.purpose}</dd>
            {base.definition.author && (
              <>
                <dt>{words.author}</dt>
                <dd>{base.definition.author}</dd>
              </>
            )}
            <dt>{words.levels}</dt>
            <dd>{levelNames(base.definition.levels)}</dd>
          </dl>
          {!isTrial && mayKeep && <p className="small">{words.newVersion}</p>}
        </details>
      )}
      {base && !isTrial && <DefinitionMoves key={base.id} kept={base} />}
      {isTrial && mayKeep && !hindrance && question.trial.components.length > 0 && (
        <SaveDefinition question={question} kept={kept} levelNames={levelNames} />
      )}
    </>
  );
}
