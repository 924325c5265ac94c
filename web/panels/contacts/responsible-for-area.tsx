import type { AreaAnswer } from "#domain/contract/contract.ts";
import { Responsible } from "./responsible.tsx";
import { useAreaKeys } from "./use-actors.ts";

/** Who answers for an area, in its sheet. */
export default function ResponsibleForArea({ area }: { area: AreaAnswer }) {
  return <Responsible areaKeys={useAreaKeys(area)} theme={null} />;
}
