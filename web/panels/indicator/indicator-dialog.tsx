import { lazy, useState } from "react";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { computedIndicator } from "#domain/indicator/computed-indicator.ts";
import { indicatorThemes } from "#domain/indicator/indicator.ts";
import { useOpened } from "../../data/opened.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Part } from "../../ui/part.tsx";

const ComputedDialog = lazy(() => import("../computed/computed-dialog.tsx"));

/** Indicators by theme, searchable by name, short name and what is counted. */
export default function IndicatorDialog() {
  const { text, say, language, formats } = useLanguage();
  const { me, indicators } = useOpened();
  const store = usePageStore();
  const code = usePage((state) => state.indicator);
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const [isComputing, setComputing] = useState(false);
  const mayCompute = useMayWrite(computedIndicator)("create", {
    owner: me.account ?? "",
    department: me.department,
    districts: [],
  });
  const matches = indicators.filter((indicator) => wordsOf(indicator).includes(wanted));
  const close = () => store.getState().open(null);
  const choose = (indicator: IndicatorAnswer | null) => {
    store.getState().chooseIndicator(indicator);
    close();
  };

  if (isComputing) {
    return (
      <Part lines={0}>
        <ComputedDialog task={{ kind: "new" }} onClose={close} />
      </Part>
    );
  }
  return (
    <Modal title={text.indicator.dialogTitle} onClose={close} className="indicator-dialog">
      <label className="field">
        <span>{text.indicator.search}</span>
        <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      {matches.length === 0 && <p>{text.indicator.noMatch}</p>}
      <div className="themes">
        {indicatorThemes.map((theme) => {
          const members = matches
            .filter((indicator) => indicator.theme === theme)
            .sort((a, b) => say(a.name).localeCompare(say(b.name), language));
          if (members.length === 0) return null;
          return (
            <section key={theme} aria-labelledby={`theme-${theme}`}>
              <h3 id={`theme-${theme}`}>{text.indicator.themes[theme]}</h3>
              <ul>
                {members.map((indicator) => (
                  <li key={indicator.code}>
                    <button
                      type="button"
                      className="choice-row"
                      aria-current={indicator.code === code ? "true" : undefined}
                      onClick={() => choose(indicator)}
                    >
                      <span>{say(indicator.name)}</span>
                      <small>
                        {[formats.unit(indicator.unit), ...spanOf(indicator)].filter(Boolean).join(" · ")}
                        {indicator.computed && ` · ${text.indicator.isComputed}`}
                        {indicator.visibility !== "PUBLIC" && ` · ${text.levels[indicator.visibility]}`}
                      </small>
                      {indicator.code === code && <Icon name="check" />}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <p className="button-row">
        <button type="button" className="button" onClick={() => choose(null)}>
          {text.indicator.none}
        </button>
        {mayCompute && (
          <button type="button" className="button" onClick={() => setComputing(true)}>
            {text.indicator.compute}
          </button>
        )}
      </p>
    </Modal>
  );
}

function wordsOf({ name, shortName, numerator, code }: IndicatorAnswer): string {
  return [name.de, name.en, shortName?.de, shortName?.en, numerator?.de, code].join(" ").toLocaleLowerCase();
}

function spanOf({ periods }: IndicatorAnswer): string[] {
  const first = periods[0]?.slice(0, 4);
  const last = periods.at(-1)?.slice(0, 4);
  if (!first || !last) return [];
  return [first === last ? first : `${first}–${last}`];
}
