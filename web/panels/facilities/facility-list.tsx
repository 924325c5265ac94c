import { useVirtualizer } from "@tanstack/react-virtual";
import type { Feature } from "geojson";
import { useMemo, useRef } from "react";
import { capacityUnits, type FacilityTypeCode, facilityTypes } from "#domain/facility/facility-types.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { isSame, selectedOf } from "../../state/selection.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useJump } from "../map/map-handle.ts";
import { boundsOf } from "../selection/geometry-bounds.ts";

const rowHeight = 48;

/** Facilities by name, only those in view drawn. */
export function FacilityList({ features }: { features: readonly Feature[] }) {
  const { text, language } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true });
    return [...features].sort((a, b) =>
      collator.compare(String(a.properties?.title), String(b.properties?.title)),
    );
  }, [features, language]);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  return (
    <div className="facility-scroll" ref={scroller}>
      <ul
        aria-label={text.facilities.list}
        style={{ height: `${virtualizer.getTotalSize()}px`, position: "relative" }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const feature = sorted[item.index];
          return (
            feature && (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-setsize={sorted.length}
                aria-posinset={item.index + 1}
                className="facility-item"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <FacilityRow feature={feature} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function FacilityRow({ feature }: { feature: Feature }) {
  const { say, formats } = useLanguage();
  const store = usePageStore();
  const jump = useJump();
  const selection = { kind: "record", type: "facilities", id: String(feature.id) } as const;
  const isSelected = usePage((state) => isSame(selectedOf(state.look), selection));
  const properties = feature.properties ?? {};
  const type = facilityTypes[properties.type as FacilityTypeCode];
  const bounds = boundsOf(feature.geometry);
  return (
    <button
      type="button"
      className="choice-row"
      aria-current={isSelected ? "true" : undefined}
      onClick={() => {
        store.getState().select(selection);
        if (bounds) jump({ bounds });
      }}
    >
      <span>{String(properties.title ?? "")}</span>
      <small>
        {type && say(type.name)}
        {type &&
          typeof properties.capacity === "number" &&
          ` · ${formats.number(properties.capacity)} ${say(capacityUnits[type.unit])}`}
      </small>
    </button>
  );
}
