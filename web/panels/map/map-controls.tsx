import { useEffect, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useDrawnArea, useMayDrawAreas } from "../frame/use-drawn-area.ts";
import { useMapHandle, useShowCity } from "./map-handle.ts";

/** How far one press of a direction button moves the map, in pixels. */
const stepPixels = 120;

/** Buttons for everything a drag or two fingers can do. */
export function MapControls() {
  const { text } = useLanguage();
  const showCity = useShowCity();
  const store = usePageStore();
  const handle = useMapHandle();
  const isInViewOpen = usePage((state) => state.isInViewOpen);
  const isPresenting = usePage((state) => state.presentation !== null);
  const mayDraw = useMayDrawAreas() && !isPresenting;
  const isDrawing = useDrawnArea()?.kind === "drawing";
  const [isFull, setFull] = useState(false);
  const [hasDirections, setDirections] = useState(false);

  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, []);
  const switchFull = () =>
    void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {}));

  const directions = [
    { icon: "up", label: text.map.up, by: [0, -stepPixels] },
    { icon: "left", label: text.map.left, by: [-stepPixels, 0] },
    { icon: "right", label: text.map.right, by: [stepPixels, 0] },
    { icon: "down", label: text.map.down, by: [0, stepPixels] },
  ] as const;

  return (
    <fieldset className="map-controls" aria-label={text.map.controls}>
      <IconButton icon="plus" label={text.map.zoomIn} onClick={() => handle.current?.zoomBy(1)} />
      <IconButton icon="minus" label={text.map.zoomOut} onClick={() => handle.current?.zoomBy(-1)} />
      <IconButton icon="home" label={text.map.home} onClick={showCity} />
      {document.fullscreenEnabled && (
        <IconButton
          icon="fullscreen"
          label={isFull ? text.map.leaveFullscreen : text.map.fullscreen}
          onClick={switchFull}
        />
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={text.map.move}
        title={text.map.move}
        aria-expanded={hasDirections}
        onClick={() => setDirections(!hasDirections)}
      >
        <Icon name="north" />
      </button>
      {hasDirections &&
        directions.map(({ icon, label, by: [dx, dy] }) => (
          <IconButton key={icon} icon={icon} label={label} onClick={() => handle.current?.panBy(dx, dy)} />
        ))}
      {!isPresenting && (
        <IconButton
          icon="list"
          label={text.map.inView}
          aria-pressed={isInViewOpen}
          onClick={() => store.getState().listInView(!isInViewOpen)}
        />
      )}
      {mayDraw && (
        <IconButton
          icon="area"
          label={text.map.drawArea}
          aria-pressed={isDrawing}
          onClick={() => (isDrawing ? store.getState().changeArea(null) : store.getState().beginArea())}
        />
      )}
    </fieldset>
  );
}
