import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { ComputedForm } from "./computed-form.tsx";
import { useComputedText } from "./use-computed-text.ts";

export type ComputedAnswer = IndicatorAnswer & Required<Pick<IndicatorAnswer, "computed">>;

/** What the form is for: a first version, a draft to change, or the version after one that stands. */
export type ComputedTask = { kind: "new" } | { kind: "edit" | "version"; indicator: ComputedAnswer };

export default function ComputedDialog({ task, onClose }: { task: ComputedTask; onClose: () => void }) {
  const { say } = useLanguage();
  const words = useComputedText();
  const title =
    task.kind === "new"
      ? words.titleNew
      : (task.kind === "edit" ? words.titleEdit : words.titleVersion)(say(task.indicator.name));
  return (
    <Modal title={title} onClose={onClose}>
      <ComputedForm task={task} onClose={onClose} />
    </Modal>
  );
}
