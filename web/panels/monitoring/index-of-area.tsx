import "../../styles/monitoring.css";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { type AreaRobustness, variantFamilies } from "#domain/priority-index/index-robustness.ts";
import type { Text } from "#domain/text/text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useIndex } from "../../monitoring/use-index.ts";
import { questionName } from "./use-definition-text.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** What the index says of one area: its class, what it is made of, and how far choices could move it. */
export default function IndexOfArea({ area }: { area: AreaAnswer }) {
  const { say, formats } = useLanguage();
  const words = useMonitoringText();
  const index = useIndex();
  const score = index?.scoreOf.get(area.number);
  if (!index || !score) return null;
  if (score.state !== "COMPUTED")
    return (
      <section>
        <h4>{words.index.ofArea}</h4>
        <p>{words.index.states[score.state]}</p>
      </section>
    );
  const robustness = index.robustnessOf.get(area.number);
  const parts = score.contributions ?? [];
  const largest = Math.max(0.01, ...parts.map((part) => Math.abs(part ?? 0)));
  return (
    <section className="index-of-area">
      <h4>{words.index.ofArea}</h4>
      <p className="small">{say(questionName(index.question))}</p>
      {robustness && (
        <RobustnessSentences
          robustness={robustness}
          own={score.classIndex ?? 0}
          labels={index.question.definition.classification.labels}
        />
      )}
      <table className="bars contributions">
        <caption className="small">
          {words.index.contribution}. {words.index.contributionNote}
        </caption>
        <tbody>
          {index.indicators.map((indicator, place) => {
            const part = parts[place] ?? null;
            return (
              <tr key={indicator.code}>
                <th scope="row">{say(indicator.shortName ?? indicator.name)}</th>
                <td className="bar-cell">
                  {part !== null && (
                    <span
                      className={part < 0 ? "part-bar relieves" : "part-bar"}
                      style={{ width: `${(50 * Math.abs(part)) / largest}%` }}
                    />
                  )}
                </td>
                <td className="bar-value">
                  {part === null ? words.index.noFigure : formats.change(part, 2)}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.index.shortName}</th>
            <td />
            <td className="bar-value">{formats.change(score.score ?? 0, 2)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function RobustnessSentences({
  robustness,
  own,
  labels,
}: {
  robustness: AreaRobustness;
  own: number;
  labels: readonly Text[];
}) {
  const { say, formats } = useLanguage();
  const words = useMonitoringText();
  const nameOf = (index: number) => {
    const label = labels[index];
    return label ? say(label) : "";
  };
  const { sameShare, classMin, classMax, isUncertain, sameShareByFamily } = robustness;
  return (
    <>
      <p>
        {sameShare === 1
          ? words.index.always(nameOf(own))
          : words.index.inVariants(formats.share(sameShare), nameOf(own))}{" "}
        {classMin !== classMax && words.index.range(nameOf(classMin), nameOf(classMax))}{" "}
        {isUncertain && <strong>{words.index.uncertain}</strong>}
      </p>
      <ul className="small plain-list">
        {variantFamilies.flatMap((family) => {
          const share = sameShareByFamily[family];
          return share === null
            ? []
            : [<li key={family}>{`${words.index.families[family]}: ${formats.share(share)}`}</li>];
        })}
      </ul>
    </>
  );
}
