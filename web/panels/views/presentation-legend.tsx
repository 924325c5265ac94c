import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { LayerSymbol } from "../../ui/symbols.tsx";
import { Legend } from "../indicator/legend.tsx";
import { usePictureLegend } from "../map/use-picture-legend.ts";

/** In a Vorführung the left panel is the legend alone: what colours and signs mean, without switches. */
export default function PresentationLegend() {
  const { text } = useLanguage();
  const { layers } = useOpened();
  const { figures } = useShown();
  const legend = usePictureLegend();
  const things = legend.layers.flatMap(({ layer, text: name, count }) => {
    const definition = layers.find((one) => one.layer === layer);
    return definition ? [{ definition, name, count }] : [];
  });
  if (!legend.title && things.length === 0)
    return <div id="layers" tabIndex={-1} className="legend-absent" />;
  return (
    <aside
      className="panel panel-left presentation-legend"
      id="layers"
      tabIndex={-1}
      aria-label={text.layers.legend}
    >
      {legend.title && <h2>{legend.title}</h2>}
      {figures.kind === "ready" && <Legend figures={figures} />}
      {things.length > 0 && (
        <ul>
          {things.map(({ definition, name, count }) => (
            <li key={definition.layer}>
              <LayerSymbol layer={definition} />
              <span>{name}</span>
              <span>{count}</span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
