/** Name of the layer on the map: settings and addresses of views call it so. */
export const externalLayerName = (id: string) => `external-${id}`;

/** Id behind such a name; undefined for any other layer. */
export function externalLayerId(layer: string): string | undefined {
  return layer.startsWith("external-") ? layer.slice("external-".length) : undefined;
}
