import { expect, it } from "vitest";
import { externalSources } from "../../../../web/state/selectors/external-sources.ts";
import { aLayer } from "../../builders.ts";

it("names the source of each map of another service that is switched on, once", () => {
  const external = (id: string, source: string) =>
    aLayer(`external-${id}`, { kind: "external", provenance: [{ source, licence: "", referenceDate: "" }] });
  const layers = [
    external("plans", "Stadtplanungsamt"),
    external("trees", "Gartenamt"),
    external("borders", "Stadtplanungsamt"),
    aLayer("renewal-areas", { provenance: [{ source: "Amt", licence: "", referenceDate: "" }] }),
  ];
  const settings = layers.map(({ layer }) => ({ layer, isVisible: layer !== "external-trees", opacity: 1 }));
  expect(externalSources(settings, layers)).toEqual(["Stadtplanungsamt"]);
});
