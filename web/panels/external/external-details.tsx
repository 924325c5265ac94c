import { useQueryClient } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { may } from "#domain/access/access.ts";
import type { Layer } from "#domain/contract/contract.ts";
import { externalLayer } from "#domain/external-layer/external-layer.ts";
import { externalLayerId } from "#domain/external-layer/layer-name.ts";
import { addressOf, discard } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Part } from "../../ui/part.tsx";
import { useExternalText } from "./use-external-text.ts";

const ExternalEditDialog = lazy(() => import("./external-edit-dialog.tsx"));

/** What a map of another service has beside opacity and source: its legend, and for those who may its name and its end. */
export default function ExternalDetails({ layer, name }: { layer: Layer; name: string }) {
  const words = useExternalText();
  const { me } = useOpened();
  const [hasLegend, setLegend] = useState(true);
  const [isRemoving, setRemoving] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const mayTend = may({ ...me, ceiling: me.ceilings.at(-1) ?? "PUBLIC" }, "create", externalLayer);
  return (
    <>
      {layer.legend &&
        (hasLegend ? (
          <img
            className="external-legend"
            src={addressOf(layer.legend)}
            alt={words.legendOf(name)}
            onError={() => setLegend(false)}
          />
        ) : (
          <p className="small">{words.noLegend}</p>
        ))}
      {mayTend && (
        <p className="button-row">
          <button type="button" className="button small-button" onClick={() => setChanging(true)}>
            {words.change}
          </button>
          <button type="button" className="button small-button" onClick={() => setRemoving(true)}>
            {words.remove}
          </button>
        </p>
      )}
      {isChanging && (
        <Part lines={0}>
          <ExternalEditDialog id={externalLayerId(layer.layer) ?? ""} onClose={() => setChanging(false)} />
        </Part>
      )}
      {isRemoving && <RemoveDialog layer={layer} name={name} onClose={() => setRemoving(false)} />}
    </>
  );
}

function RemoveDialog({ layer, name, onClose }: { layer: Layer; name: string; onClose: () => void }) {
  const { text, language } = useLanguage();
  const words = useExternalText();
  const store = usePageStore();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async () => {
    try {
      await discard(`api/external-layers/${externalLayerId(layer.layer)}`);
      store.getState().announce(words.removed(name));
      onClose();
      await client.invalidateQueries({ queryKey: ["layers"] });
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };
  return (
    <Modal title={words.removeTitle} onClose={onClose}>
      <p>{words.removeWhat(name)}</p>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <p className="button-row">
        <button type="button" className="button button-main" onClick={() => void remove()}>
          {words.removeNow}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </Modal>
  );
}
