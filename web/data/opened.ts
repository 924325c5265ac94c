import { createContext, useContext } from "react";
import type { Opened } from "./use-opening.ts";

export const OpenedContext = createContext<Opened | null>(null);

/** City, person, layers and indicators; there are such once the page shows anything. */
export function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (!opened) throw new Error("OpenedContext is missing around this component");
  return opened;
}
