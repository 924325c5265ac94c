import type { Layer } from "#domain/contract/contract.ts";
import type { LayerSettings } from "../layer-settings.ts";
import { arrangedLayers } from "./arranged-layers.ts";

/** Whom to name beside the map for the maps of other services that are switched on, each once. */
export function externalSources(settings: LayerSettings, layers: readonly Layer[]): string[] {
  const shown = arrangedLayers(settings, layers).filter(
    ({ isVisible, definition }) => isVisible && definition.kind === "external",
  );
  return [...new Set(shown.flatMap(({ definition }) => definition.provenance.map(({ source }) => source)))];
}
