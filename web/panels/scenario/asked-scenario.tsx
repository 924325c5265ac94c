import { useAskedScenario } from "./use-asked-scenario.ts";

/** Loaded once somebody asks for a scenario; it shows nothing of its own. */
export default function AskedScenario() {
  useAskedScenario();
  return null;
}
