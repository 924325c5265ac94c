import { useId } from "react";
import { choiceQuestions } from "#domain/view/view-words.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { BurdensView } from "./burdens-view.tsx";
import { ScreeningView } from "./screening-view.tsx";
import { SimilarView } from "./similar-view.tsx";
import { useChoiceText } from "./use-choice-text.ts";

/** Choosing areas by told figures: by conditions, by likeness to one area, or by burdens that come together. */
export function ChoiceSection() {
  const words = useChoiceText();
  const store = usePageStore();
  const question = usePage((state) => state.choiceQuestion);
  const name = useId();
  return (
    <section className="stack" aria-labelledby="monitoring-choice">
      <h3 id="monitoring-choice">{words.name}</h3>
      <p className="small">{words.about}</p>
      <fieldset className="segments">
        <legend className="for-ears">{words.question}</legend>
        {choiceQuestions.map((one) => (
          <label key={one} className="segment">
            <input
              type="radio"
              name={name}
              checked={question === one}
              onChange={() => {
                store.getState().keepClass(null);
                store.getState().monitor({ choiceQuestion: one });
              }}
            />
            <span>{words.questions[one]}</span>
          </label>
        ))}
      </fieldset>
      {question === "screening" && <ScreeningView />}
      {question === "similar" && <SimilarView />}
      {question === "burdens" && <BurdensView />}
    </section>
  );
}
