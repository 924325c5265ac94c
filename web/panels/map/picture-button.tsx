import { useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { useSavePicture } from "./use-save-picture.ts";

/** Saves the map as a picture with title, legend, source, scale and date. */
export function PictureButton() {
  const { text } = useLanguage();
  const save = useSavePicture();
  const [outcome, setOutcome] = useState<string | null>(null);
  const press = async () => {
    setOutcome(text.settings.pictureWorking);
    const isSaved = await save();
    setOutcome(isSaved ? null : text.settings.pictureFailed);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void press()}>
        {text.settings.picture}
      </button>
      {outcome && (
        <p className="small" role="status">
          {outcome}
        </p>
      )}
    </>
  );
}
