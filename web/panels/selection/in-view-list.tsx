import { useEffect, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import type { MapHit } from "../../map/map-scene.ts";
import { usePage } from "../../state/use-page.ts";
import { useMapHandle } from "../map/map-handle.ts";
import { HitList } from "./hit-list.tsx";

/** More would be no list any more (quality rules: at most 200). */
const longest = 200;
/** The map needs a moment to draw what has come into view. */
const settleMs = 400;

/** What lies in view, so that everything on the map can also be reached as text. */
export function InViewList() {
  const { text } = useLanguage();
  const handle = useMapHandle();
  const camera = usePage((state) => state.camera);
  const layers = usePage((state) => state.layers);
  const families = usePage((state) => state.families);
  const level = usePage((state) => state.level);
  const [hits, setHits] = useState<readonly MapHit[] | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: camera and layers change what is in view
  useEffect(() => {
    const timer = setTimeout(() => setHits(handle.current?.visibleHits() ?? []), settleMs);
    return () => clearTimeout(timer);
  }, [handle, camera, layers, families, level]);

  if (!hits) return null;
  if (hits.length === 0) return <p>{text.map.inViewNone}</p>;
  return (
    <>
      {hits.length >= longest && <p className="small">{text.map.inViewMore(longest)}</p>}
      <HitList hits={hits.slice(0, longest)} />
    </>
  );
}
