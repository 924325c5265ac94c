import { useEffect } from "react";
import type { City, IndicatorAnswer, Layer, Me } from "#domain/contract/contract.ts";
import { usePage, usePageStore } from "../state/use-page.ts";
import { useCity, useIndicators, useLayers, useMe } from "./queries.ts";

export interface Opened {
  me: Me;
  city: City;
  layers: Layer[];
  indicators: IndicatorAnswer[];
}
export type Opening =
  | { kind: "loading" }
  | ({ kind: "ready" } & Opened)
  | { kind: "failed"; error: unknown; retry: () => void };

/** The four answers the page cannot do without, and the view settled on what they offer. */
export function useOpening(): Opening {
  const store = usePageStore();
  const answers = { me: useMe(), city: useCity(), layers: useLayers(), indicators: useIndicators() };
  const me = answers.me.data;
  const city = answers.city.data;
  const layers = answers.layers.data;
  const indicators = answers.indicators.data;

  // Going back to an address that names no indicator leaves the view open again.
  const isOpen = usePage((state) => state.indicator === undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a view that is open again is settled again
  useEffect(() => {
    if (city && layers && indicators) store.getState().settle({ city, layers, indicators });
  }, [store, city, layers, indicators, isOpen]);

  if (me && city && layers && indicators) return { kind: "ready", me, city, layers, indicators };
  const all = Object.values(answers);
  const failed = all.find((answer) => answer.isError);
  if (!failed) return { kind: "loading" };
  return {
    kind: "failed",
    error: failed.error,
    retry: () => {
      for (const answer of all) if (answer.isError) void answer.refetch();
    },
  };
}
