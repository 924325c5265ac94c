import { useState } from "react";
import { may } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { useOpened } from "../../data/opened.ts";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { ReleaseDialog } from "./release-dialog.tsx";
import { useReleaseText } from "./use-release-text.ts";

/** "Freigeben …", "Zurücknehmen …" and the public version of what is released, for whom the access rules let do it, and only where there is a step to take. */
export default function ReleaseActions({ record, type }: SheetProps) {
  const words = useReleaseText();
  const { me } = useOpened();
  const [act, setAct] = useState<"release" | "withdraw" | "public-face" | null>(null);
  const audience: Audience = { ...me, ceiling: "RESTRICTED" };
  const canRelease = record.visibility !== "PUBLIC" && may(audience, "release", type, record as never);
  const canWithdraw = record.visibility !== "RESTRICTED" && may(audience, "withdraw", type, record as never);
  // What is not released yet gets its public version together with the release.
  const canChangeFace =
    record.visibility === "PUBLIC" && type.titleField !== undefined && may(audience, "withdraw", type);
  if (!canRelease && !canWithdraw) return null;
  return (
    <div className="button-row">
      {canRelease && (
        <button type="button" className="button" onClick={() => setAct("release")}>
          {words.release}
        </button>
      )}
      {canChangeFace && (
        <button type="button" className="button" onClick={() => setAct("public-face")}>
          {words.changeFace}
        </button>
      )}
      {canWithdraw && (
        <button type="button" className="button" onClick={() => setAct("withdraw")}>
          {words.withdraw}
        </button>
      )}
      {act && <ReleaseDialog act={act} record={record} type={type} onClose={() => setAct(null)} />}
    </div>
  );
}
