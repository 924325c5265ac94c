import type { Layer } from "#domain/contract/contract.ts";
import type { LayerSetting, LayerSettings } from "../layer-settings.ts";

export interface ArrangedLayer extends LayerSetting {
  definition: Layer;
}

/** Settings joined with the layers this person may see, bottom to top. */
export function arrangedLayers(settings: LayerSettings, layers: readonly Layer[]): ArrangedLayer[] {
  const byName = new Map(layers.map((layer) => [layer.layer, layer]));
  return settings.flatMap((setting) => {
    const definition = byName.get(setting.layer);
    return definition ? [{ ...setting, definition }] : [];
  });
}
