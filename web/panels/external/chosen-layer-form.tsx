import { type FormEvent, useState } from "react";
import { may } from "#domain/access/access.ts";
import type { ExternalServiceAnswer, NewExternalLayer } from "#domain/contract/external-layer-contract.ts";
import { externalLayer } from "#domain/external-layer/external-layer.ts";
import { externalLayerName } from "#domain/external-layer/layer-name.ts";
import { send } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { useExternalText } from "./use-external-text.ts";

const choices = ["INTERNAL", "PUBLIC"] as const;

/** How the chosen layer is called and who sees it; for everyone it is released, with a reason, by those who may. */
export function ChosenLayerForm({
  offer,
  layer,
  onAdded,
  onClose,
}: {
  offer: ExternalServiceAnswer;
  layer: ExternalServiceAnswer["layers"][number];
  onAdded: () => void;
  onClose: () => void;
}) {
  const { text, language } = useLanguage();
  const words = useExternalText();
  const store = usePageStore();
  const { me } = useOpened();
  const [visibility, setVisibility] = useState<(typeof choices)[number]>("INTERNAL");
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const mayRelease = may({ ...me, ceiling: me.ceilings.at(-1) ?? "PUBLIC" }, "release", externalLayer);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? "").trim();
    const body: NewExternalLayer = {
      service: offer.service,
      address: offer.address,
      layer: layer.name,
      title: typed("title"),
      attribution: typed("source"),
    };
    setSaving(true);
    setProblem(null);
    try {
      const { id } = await send<{ id: string }>("api/external-layers", body);
      const failure = visibility === "PUBLIC" ? await release(id, typed("reason")) : null;
      store.getState().addLayer(externalLayerName(id));
      onAdded();
      if (failure) store.getState().sound(words.notReleased(body.title, failure));
      else store.getState().announce(words.added(body.title));
      onClose();
    } catch (error) {
      setProblem(problemText(error, text, language));
      setSaving(false);
    }
  };

  /** Why the release failed, or null. The map is there by then and stays the administration's. */
  const release = (id: string, reason: string): Promise<string | null> =>
    send(`api/external-layers/${id}/release`, { visibility: "PUBLIC", reason }).then(
      () => null,
      (error: unknown) => problemText(error, text, language),
    );

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>{words.title}</span>
        <input name="title" required maxLength={120} defaultValue={layer.title} />
      </label>
      <label className="field">
        <span>{words.source}</span>
        <input
          name="source"
          required
          maxLength={300}
          defaultValue={layer.attribution}
          aria-describedby="external-source"
        />
        <small id="external-source">{words.sourceHint}</small>
      </label>
      {mayRelease ? (
        <fieldset className="choice">
          <legend>{words.visibility}</legend>
          {choices.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="visibility"
                checked={visibility === one}
                onChange={() => setVisibility(one)}
              />
              {words.visibilities[one]}
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="small">{words.onlyInside}</p>
      )}
      {visibility === "PUBLIC" && (
        <label className="field">
          <span>{words.reason}</span>
          <input name="reason" required minLength={3} maxLength={2000} />
        </label>
      )}
      {problem && <Notice kind="problem">{problem}</Notice>}
      <p className="button-row">
        <button type="submit" className="button button-main" disabled={isSaving}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
