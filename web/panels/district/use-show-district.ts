import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import { usePageStore } from "../../state/use-page.ts";

/** Pixels of the map a Stadtbezirk is shown in. */
const room = 520;
const tile = 512;

/** Leads to the map with this Stadtbezirk in view and selected, on the level its figures are told by. */
export function useShowDistrict(): (profile: DistrictProfile) => void {
  const store = usePageStore();
  return ({ number, bounds, monitoring }) => {
    const state = store.getState();
    if (monitoring.level) state.switchLevel(monitoring.level);
    state.select({ kind: "area", level: "district", number });
    if (bounds) {
      const [west, south, east, north] = bounds;
      const latitude = (south + north) / 2;
      const high = (north - south) / Math.cos((latitude * Math.PI) / 180);
      const zoom = Math.log2((room * 360) / (tile * Math.max(east - west, high)));
      store.setState({ camera: { center: [(west + east) / 2, latitude], zoom, bearing: 0 } });
    }
    store.getState().showTab("map");
  };
}
