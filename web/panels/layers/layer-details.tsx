import { lazy } from "react";
import { type SupplyLayer, supplyLayers } from "#domain/site/site-fields.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { ArrangedLayer } from "../../state/selectors/arranged-layers.ts";
import { usePageStore } from "../../state/use-page.ts";
import { SupplyLayerSymbol } from "../../symbols/supply-layer-symbol.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { OpacitySlider } from "../../ui/opacity-slider.tsx";
import { Part } from "../../ui/part.tsx";
import { Provenance } from "../../ui/provenance.tsx";
import { useTheme } from "../frame/use-appearance.ts";
import { Term } from "../glossary/term.tsx";
import { termsOfLevels } from "../glossary/terms-of-levels.ts";

const ExternalDetails = lazy(() => import("../external/external-details.tsx"));

/** Words of the glossary that explain what a layer shows. */
const termsOfLayers: Readonly<Record<string, string>> = {
  "renewal-priority-areas": "svg",
  "renewal-areas": "sanierungsgebiet",
  "quarter-projects": "quartiersprojekt",
  "public-needs-sites": "gemeinbedarfsflaeche",
  evidence: "erhebung",
  ...Object.fromEntries(Object.entries(termsOfLevels).map(([level, term]) => [`areas-${level}`, term])),
};

/** The four supply layers, told apart by shape. */
function SupplyLegend() {
  const { say } = useLanguage();
  const theme = useTheme();
  return (
    <ul className="supply-legend">
      {(Object.keys(supplyLayers) as SupplyLayer[]).map((layer) => (
        <li key={layer}>
          <SupplyLayerSymbol supplyLayer={layer} theme={theme} />
          {say(supplyLayers[layer])}
        </li>
      ))}
    </ul>
  );
}

/** Opacity, order, legend, source and date of a layer. */
export default function LayerDetails({
  layer,
  name,
  siblings,
  place,
}: {
  layer: ArrangedLayer;
  name: string;
  siblings: readonly string[];
  place: number;
}) {
  const { text } = useLanguage();
  const store = usePageStore();
  const { definition } = layer;
  const note = text.legendNotes[layer.layer];
  const term = termsOfLayers[layer.layer];
  return (
    <div className="row-details">
      <OpacitySlider
        label={text.layers.opacity}
        value={layer.opacity}
        onChange={(opacity) => store.getState().fadeLayer(layer.layer, opacity)}
      />
      {siblings.length > 1 && (
        <div className="row-order">
          <IconButton
            icon="up"
            label={text.layers.up(name)}
            disabled={place === 0}
            onClick={() => store.getState().moveLayer(layer.layer, 1, siblings)}
          />
          <IconButton
            icon="down"
            label={text.layers.down(name)}
            disabled={place === siblings.length - 1}
            onClick={() => store.getState().moveLayer(layer.layer, -1, siblings)}
          />
        </div>
      )}
      {note && <p className="small">{note}</p>}
      {term && (
        <p className="small">
          <Term name={term}>{name}</Term>
        </p>
      )}
      {layer.layer === "planned-sites" && <SupplyLegend />}
      {definition.count === 0 && definition.kind !== "base" && definition.kind !== "external" && (
        <p className="small">{text.layers.empty}</p>
      )}
      <Provenance entries={definition.provenance} />
      {definition.kind === "external" && (
        <Part lines={0}>
          <ExternalDetails layer={definition} name={name} />
        </Part>
      )}
      {definition.kind === "records" && definition.count > 0 && (
        <button
          type="button"
          className="button small-button"
          onClick={() => store.getState().openTable(layer.layer)}
        >
          {text.layers.inTable}
        </button>
      )}
    </div>
  );
}
