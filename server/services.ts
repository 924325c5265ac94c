import { PlanningService } from "./analysis/planning-service.ts";
import { AreaIndex } from "./areas/area-index.ts";
import { type CitySetting, readCitySetting } from "./city.ts";
import { EventHub } from "./events.ts";
import { IndicatorCatalogue } from "./indicators/indicator-catalogue.ts";
import { LayerCatalogue } from "./layers/layer-catalogue.ts";
import { Offices } from "./offices.ts";
import { ScenarioReader } from "./scenarios/scenario-reader.ts";
import type { Store } from "./store/store.ts";
import { TileService } from "./tiles/tile-service.ts";

/** What routes work with: the store and everything that is kept in memory beside it. */
export interface Services {
  store: Store;
  tiles: TileService;
  layers: LayerCatalogue;
  indicators: IndicatorCatalogue;
  events: EventHub;
  scenarios: ScenarioReader;
  planning: PlanningService;
  /** Names offices behind accounts, for those who may know them. */
  offices: Offices;
  /** The areas in force; replaced whole when a new release of boundaries comes. */
  areas: () => AreaIndex;
  city: () => CitySetting | undefined;
  close: () => Promise<void>;
}

/** Fills the memory from the database and keeps it in step with every commit, of this process or another. */
export async function startServices(store: Store, onProblem: (error: unknown) => void): Promise<Services> {
  const events = new EventHub();
  const tiles = new TileService();
  const layers = new LayerCatalogue({ store, tiles, events });
  let areas = await AreaIndex.read(store);
  let city = await readCitySetting(store);
  const scenarios = new ScenarioReader(store);
  const planning = new PlanningService({ store, areas: () => areas, scenarios });
  await layers.load();
  /** What is still being read after a commit: the database must not go before it is done. */
  const following = new Set<Promise<void>>();

  const unsubscribe = store.onChange((change) => {
    for (const id of change.accounts) events.publish({ event: "account", id });
    if (change.records.length + change.datasets.length === 0) return;
    planning.refresh(change);
    const follow = async () => {
      if (change.datasets.length > 0) {
        areas = await AreaIndex.read(store);
        city = await readCitySetting(store);
        planning.refresh(change);
      }
      await layers.refresh(change);
    };
    const done = follow()
      .catch(onProblem)
      .finally(() => following.delete(done));
    following.add(done);
  });

  return {
    store,
    tiles,
    layers,
    indicators: new IndicatorCatalogue(store),
    events,
    scenarios,
    planning,
    offices: new Offices(
      (ids) => store.accounts.names(ids),
      (number) => areas.area("district", number)?.name,
    ),
    areas: () => areas,
    city: () => city,
    close: async () => {
      unsubscribe();
      await Promise.all(following);
      await store.close();
    },
  };
}
