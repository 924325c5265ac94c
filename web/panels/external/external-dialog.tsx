import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { ExternalServiceAnswer } from "#domain/contract/external-layer-contract.ts";
import { externalLayer } from "#domain/external-layer/external-layer.ts";
import { send } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ChosenLayerForm } from "./chosen-layer-form.tsx";
import { useExternalText } from "./use-external-text.ts";

/** From more layers on a filter helps more than a longer list. */
const manyLayers = 12;

/** Address of a service, its layers, then title, source and who sees the map. */
export default function ExternalDialog({ onClose }: { onClose: () => void }) {
  const { text, language, say } = useLanguage();
  const words = useExternalText();
  const client = useQueryClient();
  const hint = useId();
  const [address, setAddress] = useState("");
  const [offer, setOffer] = useState<ExternalServiceAnswer | null>(null);
  const [filter, setFilter] = useState("");
  const [chosen, setChosen] = useState("");
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const read = async (event: FormEvent) => {
    event.preventDefault();
    setReading(true);
    setProblem(null);
    setOffer(null);
    setChosen("");
    try {
      setOffer(await send<ExternalServiceAnswer>("api/external-layers/capabilities", { address }));
    } catch (error) {
      setProblem(problemText(error, text, language));
    } finally {
      setReading(false);
    }
  };
  const wanted = filter.trim().toLowerCase();
  const shown = offer?.layers.filter(({ title, name }) => `${title} ${name}`.toLowerCase().includes(wanted));
  const layer = offer?.layers.find(({ name }) => name === chosen);
  const kinds = externalLayer.fields.service?.values ?? {};

  return (
    <Modal title={words.dialog} onClose={onClose}>
      <p>{words.what}</p>
      <form className="stack" onSubmit={(event) => void read(event)}>
        <label className="field">
          <span>{words.address}</span>
          <input
            type="url"
            required
            maxLength={1000}
            autoComplete="off"
            value={address}
            aria-describedby={hint}
            onChange={(event) => setAddress(event.target.value)}
          />
          <small id={hint}>{words.addressHint}</small>
        </label>
        <p className="button-row">
          <button type="submit" className={offer ? "button" : "button button-main"} disabled={isReading}>
            {words.read}
          </button>
        </p>
      </form>
      <div role="status">
        {isReading && <p className="small">{words.reading}</p>}
        {offer && (
          <p className="small">{words.found(offer.title, say(kinds[offer.service]!), offer.layers.length)}</p>
        )}
      </div>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {offer && shown && (
        <div className="stack">
          {offer.layers.length === 0 && <Notice>{words.nothing}</Notice>}
          {offer.layers.length > manyLayers && (
            <label className="field">
              <span>{words.filter}</span>
              <input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
            </label>
          )}
          {offer.layers.length > 0 && (
            <label className="field">
              <span>{words.layer}</span>
              <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
                <option value="">{words.choose}</option>
                {shown.map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          {layer?.problem && <Notice kind="problem">{layer.problem}</Notice>}
          {layer && !layer.problem && (
            <ChosenLayerForm
              key={layer.name}
              offer={offer}
              layer={layer}
              onAdded={() => void client.invalidateQueries({ queryKey: ["layers"] })}
              onClose={onClose}
            />
          )}
        </div>
      )}
    </Modal>
  );
}
