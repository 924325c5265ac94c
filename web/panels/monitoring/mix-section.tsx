import { useEffect } from "react";
import { useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { type ShownMix, useMix, useMixGroups } from "../../monitoring/use-mix.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { Legend } from "../indicator/legend.tsx";
import { shortPeriod } from "../indicator/use-period-label.ts";
import { useComputedMix } from "./use-computed-mix.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** How unevenly a group is spread: where it is over-represented on the map, and the measures year by year. */
export function MixSection() {
  const { say, language } = useLanguage();
  const { mix: words, heading } = useMonitoringText();
  const store = usePageStore();
  const { figures } = useShown();
  const groups = useMixGroups();
  const code = usePage((state) => state.mixGroup);
  const group = groups.find((one) => one.code === code) ?? groups[0];
  const mix = useMix(group);
  const shown = mix === "loading" ? null : mix;
  const computed = useComputedMix(shown);
  useEffect(() => store.getState().monitor({ computed }), [store, computed]);
  useEffect(() => () => store.getState().monitor({ computed: null }), [store]);

  return (
    <section className="stack" aria-labelledby="monitoring-mix">
      <h3 id="monitoring-mix">{words.name}</h3>
      <p className="small">{words.about}</p>
      {group && (
        <label className="field">
          <span>{words.group}</span>
          <select
            value={group.code}
            onChange={(event) => store.getState().monitor({ mixGroup: event.target.value })}
          >
            {groups
              .toSorted((a, b) => say(a.name).localeCompare(say(b.name), language))
              .map((one) => (
                <option key={one.code} value={one.code}>
                  {say(one.name)}
                </option>
              ))}
          </select>
        </label>
      )}
      {mix === "loading" && <Skeleton lines={8} label={heading} />}
      {mix === null && <Notice>{words.none}</Notice>}
      {shown && (
        <>
          {figures.kind === "ready" && figures.computed && <Legend figures={figures} />}
          {shown.leftOut > 0 && <p className="small">{words.leftOut(shown.leftOut)}</p>}
          <MixTable mix={shown} />
        </>
      )}
    </section>
  );
}

function MixTable({ mix: { periods, period: onMap } }: { mix: ShownMix }) {
  const { formats } = useLanguage();
  const { mix: words } = useMonitoringText();
  const store = usePageStore();
  const figure = (value: number) => formats.number(value, 2);
  return (
    <>
      <table className="small-table mix-table">
        <caption className="for-ears">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {[words.dissimilarity, words.expected, words.isolation, words.exposure, words.adjusted].map(
              (name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, indices, expected }) => (
            <tr key={period} aria-current={period === onMap ? "true" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  onClick={() => store.getState().choosePeriod(period)}
                >
                  {shortPeriod(period)}
                </button>
              </th>
              <td className="number">{figure(indices.dissimilarity)}</td>
              <td className="number">{expected ? figure(expected.expected) : ""}</td>
              <td className="number">{figure(indices.isolation)}</td>
              <td className="number">{figure(indices.exposure)}</td>
              <td className="number">{figure(indices.adjustedIsolation)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="small plain-list">
        {Object.values(words.explain).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="small">{words.comparable}</p>
    </>
  );
}
