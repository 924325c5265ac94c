import { useId } from "react";
import { pageNames, pageTitles } from "#domain/text/page-names.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { themes } from "../../state/frame-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useEmbedText } from "../embed/use-embed-text.ts";
import { useShowCity } from "../map/map-handle.ts";
import { PictureButton } from "../map/picture-button.tsx";
import { ShareButton } from "./share-button.tsx";

/** Language, colours, Sitzungsdarstellung and what one does with a view. */
export default function SettingsForm() {
  const { text } = useLanguage();
  const { city, layers, indicators } = useOpened();
  const store = usePageStore();
  const showCity = useShowCity();
  const language = usePage((state) => state.language);
  const theme = usePage((state) => state.theme);
  const isMeeting = usePage((state) => state.isMeeting);
  const name = useId();
  const embed = useEmbedText();

  const reset = () => {
    store.getState().resetView({ city, layers, indicators });
    store.getState().clearSelection();
    showCity();
    store.getState().announce(text.settings.resetDone);
  };

  return (
    <div className="stack">
      <fieldset className="choice">
        <legend>{text.settings.language}</legend>
        {(["de", "en"] as const).map((one) => (
          <label key={one} lang={one}>
            <input
              type="radio"
              name={`${name}-language`}
              checked={language === one}
              onChange={() => store.getState().speak(one)}
            />
            {one === "de" ? text.settings.german : text.settings.english}
          </label>
        ))}
      </fieldset>
      <fieldset className="choice">
        <legend>{text.settings.theme}</legend>
        {themes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${name}-theme`}
              checked={theme === one}
              onChange={() => store.getState().wear(one)}
            />
            {text.settings.themes[one]}
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={isMeeting} onChange={() => store.getState().toggleMeeting()} />
        <span>
          {text.settings.meeting}
          <small>{text.settings.meetingHint}</small>
        </span>
      </label>
      <hr />
      <ShareButton />
      <button type="button" className="button" onClick={() => store.getState().open("embed")}>
        {embed.open}
      </button>
      <PictureButton />
      <button type="button" className="button" onClick={() => store.getState().open("shortcuts")}>
        {text.settings.shortcuts}
      </button>
      <button type="button" className="button" onClick={reset}>
        {text.settings.reset}
      </button>
      <hr />
      <nav aria-label={embed.pages}>
        <ul className="site-pages">
          {pageNames.map((page) => (
            <li key={page}>
              <a href={`${page}?lang=${language}`}>{pageTitles[page][language]}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
