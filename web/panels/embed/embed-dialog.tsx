import { useId, useState } from "react";
import { embedQuery } from "#domain/embed/embed-view.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useMapHandle } from "../map/map-handle.ts";
import { embedCode, embedOfView } from "./embed-of-view.ts";
import { useEmbedText } from "./use-embed-text.ts";

const sizes = { least: 320, most: 2400 };
const extents = ["view", "city"] as const;

/** The present view, as far as it is public, as code for another site, with the embed itself beside it. */
export default function EmbedDialog() {
  const words = useEmbedText();
  const { formats, say } = useLanguage();
  const store = usePageStore();
  const { city, layers, indicators } = useOpened();
  const map = useMapHandle();
  const name = useId();
  const [extent, setExtent] = useState<(typeof extents)[number]>("view");
  const [title, setTitle] = useState(() => say(city.name));
  const [width, setWidth] = useState("960");
  const [height, setHeight] = useState("720");
  const [outcome, setOutcome] = useState<string | null>(null);

  const bounds = extent === "view" ? (map.current?.bounds() ?? null) : null;
  const { view, leftOut } = embedOfView(store.getState(), { city, layers, indicators, bounds });
  const address = new URL(`embed?${embedQuery(view)}`, document.baseURI).href;
  const size = { width: sizeOf(width, 960), height: sizeOf(height, 720) };
  const code = embedCode({ address, title, ...size });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setOutcome(words.copied);
      store.getState().announce(words.copied);
    } catch {
      setOutcome(words.copyFailed);
      store.getState().sound(words.copyFailed);
    }
  };

  return (
    <Modal title={words.title} className="embed-dialog" onClose={() => store.getState().open(null)}>
      <p>{words.what}</p>
      {city.isEmbeddable === false && <Notice kind="info">{words.noHosts}</Notice>}
      {leftOut.length > 0 && <p className="small">{words.leftOut(formats.list(leftOut.map(say)))}</p>}
      <label className="field">
        <span>{words.name}</span>
        <input
          value={title}
          maxLength={200}
          aria-describedby={`${name}-hint`}
          onChange={(event) => setTitle(event.target.value)}
        />
        <small id={`${name}-hint`}>{words.nameHint}</small>
      </label>
      <div className="embed-size">
        {(
          [
            [words.width, width, setWidth],
            [words.height, height, setHeight],
          ] as const
        ).map(([label, value, change]) => (
          <label key={label} className="field">
            <span>{label}</span>
            <input
              type="number"
              min={sizes.least}
              max={sizes.most}
              value={value}
              onChange={(event) => change(event.target.value)}
            />
          </label>
        ))}
      </div>
      <fieldset className="choice">
        <legend>{words.extent}</legend>
        {extents.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${name}-extent`}
              checked={extent === one}
              onChange={() => setExtent(one)}
            />
            {words.extents[one]}
          </label>
        ))}
      </fieldset>
      <section aria-labelledby={`${name}-preview`}>
        <h3 id={`${name}-preview`}>{words.preview}</h3>
        <iframe className="embed-preview" src={address} title={words.previewName(title)} {...size} />
      </section>
      <label className="field">
        <span>{words.code}</span>
        <textarea readOnly rows={4} value={code} />
      </label>
      <p className="button-row">
        <button type="button" className="button button-main" onClick={() => void copy()}>
          {words.copy}
        </button>
      </p>
      {outcome && <p className="small">{outcome}</p>}
    </Modal>
  );
}

/** What is no possible size leaves the code with the usual one. */
function sizeOf(typed: string, usual: number): number {
  const size = Math.round(Number(typed));
  return size >= sizes.least && size <= sizes.most ? size : usual;
}
