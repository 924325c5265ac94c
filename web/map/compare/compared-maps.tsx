import { useEffect, useRef, useState } from "react";
import "./compared-maps.css";
import { useSketchText } from "../../i18n/use-sketch-text.ts";
import type { MapHandle } from "../map-controller.ts";
import type { Camera, MapEvents, MapScene } from "../map-scene.ts";
import { MapView } from "../map-view.tsx";
import { Divider } from "./divider.tsx";
import { type CameraLink, linkCameras } from "./link-cameras.ts";

export interface ComparedSide {
  scene: MapScene;
  /** Stands over this map and names it, such as its scenario. */
  title: string;
}

export interface ComparedMapsProps {
  left: ComparedSide;
  right: ComparedSide;
  /** Beside each other, or lying on each other with a divider to move. */
  mode: "side-by-side" | "swipe";
  /** Where to start; null shows the whole city. */
  camera: Camera | null;
  /** Where both maps are, after every movement. */
  onCamera?: (camera: Camera) => void;
  onPick?: MapEvents["onPick"];
  onHover?: MapEvents["onHover"];
  onProblem?: MapEvents["onProblem"];
  /** Both maps once they exist, left first, and null when they go. */
  onReady?: (maps: readonly [MapHandle, MapHandle] | null) => void;
}

const nothing = () => undefined;

/** Two scenes of the same place, each under its title. The maps stay when the mode changes. */
export function ComparedMaps({
  left,
  right,
  mode,
  camera,
  onCamera = nothing,
  onPick = nothing,
  onHover = nothing,
  onProblem = nothing,
  onReady = nothing,
}: ComparedMapsProps) {
  const words = useSketchText().compare;
  const [leftMap, setLeftMap] = useState<MapHandle | null>(null);
  const [rightMap, setRightMap] = useState<MapHandle | null>(null);
  const [share, setShare] = useState(50);
  const link = useRef<CameraLink | null>(null);

  useEffect(() => {
    if (!leftMap || !rightMap) return;
    const made = linkCameras(leftMap, rightMap);
    link.current = made;
    return () => {
      link.current = null;
      made.unlink();
    };
  }, [leftMap, rightMap]);
  useEffect(() => {
    onReady(leftMap && rightMap ? [leftMap, rightMap] : null);
  }, [leftMap, rightMap, onReady]);
  // The window may be the same and each map's half of it another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mode decides how large both maps are
  useEffect(() => {
    leftMap?.resize();
    rightMap?.resize();
  }, [mode, leftMap, rightMap]);

  const onMove = (moved: Camera) => {
    if (!link.current?.isLeading()) onCamera(moved);
  };
  const events = { onMove, onPick, onHover, onProblem };
  const clip = mode === "swipe" ? { clipPath: `inset(0 0 0 ${share}%)` } : {};
  return (
    <section className="compared-maps" data-mode={mode} aria-label={words.both}>
      <div className="compared-map">
        <MapView
          {...left}
          camera={camera}
          name={words.left(left.title)}
          events={events}
          onReady={setLeftMap}
        />
      </div>
      <div className="compared-map" style={clip}>
        <MapView
          {...right}
          camera={camera}
          name={words.right(right.title)}
          events={events}
          onReady={setRightMap}
        />
      </div>
      {mode === "swipe" && <Divider share={share} onShare={setShare} />}
      <p className="compared-title" data-side="left">
        {left.title}
      </p>
      <p className="compared-title" data-side="right">
        {right.title}
      </p>
    </section>
  );
}
