import { useEffect, useRef, useState } from "react";
import "./map.css";
import type { MapHandle } from "./map-controller.ts";
import { mapLocale } from "./map-locale.ts";
import type { Camera, MapEvents, MapScene } from "./map-scene.ts";

export interface MapViewProps {
  scene: MapScene;
  /** Where to start; later the camera belongs to the map. null shows the whole city. */
  camera: Camera | null;
  events: MapEvents;
  /** Accessible name: the title sentence of the map. */
  name: string;
  /** Called with the controller once the map exists, and with null when it goes. */
  onReady?: (controller: MapHandle | null) => void;
}

/** Asked for as soon as this file is read, so that the map loads beside the page rather than after it. */
const controllerModule = Promise.all([import("./map-controller.ts"), import("./worker-url.ts")]);
// Looked at again where it is awaited; until then a failed download is nobody's problem.
controllerModule.catch(() => undefined);

/** Holds the map: makes the controller once and hands it every new scene. */
export function MapView({ scene, camera, events, name, onReady }: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const controller = useRef<MapHandle | null>(null);
  const latest = useRef({ scene, camera, events, name, onReady });
  const [problem, setProblem] = useState<string | null>(null);
  latest.current = { scene, camera, events, name, onReady };

  useEffect(() => {
    let isGone = false;
    const start = async () => {
      try {
        const [{ createMapController }, { workerUrl }] = await controllerModule;
        if (isGone || !container.current) return;
        const made = createMapController(container.current, {
          scene: latest.current.scene,
          camera: latest.current.camera,
          workerUrl,
          events: {
            onPick: (hits) => latest.current.events.onPick(hits),
            onHover: (hit) => latest.current.events.onHover(hit),
            onMove: (moved) => latest.current.events.onMove(moved),
            onProblem: (message) => latest.current.events.onProblem(message),
          },
        });
        made.setName(latest.current.name);
        controller.current = made;
        latest.current.onReady?.(made);
      } catch (error) {
        console.warn(error);
        if (!isGone) setProblem(mapLocale[latest.current.scene.language].noGraphics);
      }
    };
    void start();
    return () => {
      isGone = true;
      controller.current?.destroy();
      controller.current = null;
      latest.current.onReady?.(null);
    };
  }, []);

  useEffect(() => controller.current?.show(scene), [scene]);
  useEffect(() => controller.current?.setName(name), [name]);

  return (
    <div className="map-view">
      <div ref={container} className="map-view__canvas" />
      {problem !== null && (
        <div className="map-view__problem">
          <p>{problem}</p>
        </div>
      )}
    </div>
  );
}
