import type { Camera } from "../map-scene.ts";

/** The part of a map handle that linking needs. */
export interface LinkableMap {
  camera: () => Camera;
  /** Goes there at once. */
  setCamera: (camera: Camera) => void;
  /** Hears of every change of the camera, frame by frame; returns the undoing. */
  followCamera: (listener: (camera: Camera) => void) => () => void;
}

export interface CameraLink {
  /** True while one map is being led, so that its movement is nobody's news. */
  isLeading: () => boolean;
  unlink: () => void;
}

/** Makes two maps show the same place, whichever of them is moved; the second starts where the first is. */
export function linkCameras(first: LinkableMap, second: LinkableMap): CameraLink {
  // A map that is led must not lead: both would answer each other for ever.
  let isLeading = false;
  const lead = (follower: LinkableMap) => (camera: Camera) => {
    if (isLeading) return;
    isLeading = true;
    follower.setCamera(camera);
    isLeading = false;
  };
  lead(second)(first.camera());
  const undoings = [first.followCamera(lead(second)), second.followCamera(lead(first))];
  return {
    isLeading: () => isLeading,
    unlink: () => {
      for (const undo of undoings) undo();
    },
  };
}
