import { UnanswerableQuestionError, UnknownKindError } from "#domain/analysis/planning-model.ts";
import { IncompleteRequestError } from "#domain/placement/make-task.ts";
import { Problem } from "../errors.ts";

/** Refusals of analysis, in sentences a planner can act on. */
export const noGrid = () =>
  new Problem(409, "Es ist kein Bevölkerungsgitter geladen, ohne das sich nichts berechnen lässt.", {
    detail: "Laden Sie eines: npm run import -- DATEI --as grid",
  });

export const noParameterSet = () =>
  new Problem(409, "Es gibt keinen Kennwertsatz mit Standards, nach denen gerechnet werden könnte.", {
    detail:
      "Legen Sie einen Kennwertsatz an oder laden Sie einen: npm run import -- DATEI --as records:parameter-sets",
  });

/** Counting on with another set would change every figure without a word. */
export const lostParameterSet = () =>
  new Problem(409, "Den Kennwertsatz, mit dem dieses Szenario rechnet, gibt es nicht mehr.", {
    detail: "Wählen Sie im Szenario einen anderen Kennwertsatz.",
  });

/** The same for a scenario that never was and one this person may not read. */
export const unknownScenario = () =>
  new Problem(422, "Dieses Szenario gibt es hier nicht.", {
    errors: [{ pointer: "/scenario", detail: "unbekannt" }],
  });

export const tooManySearches = () =>
  new Problem(503, "Es werden gerade schon Standorte gesucht. Bitte versuchen Sie es gleich noch einmal.", {
    retryAfterSeconds: 15,
  });

export const searchTooLong = () =>
  new Problem(
    503,
    "Die Suche hat zu lange gedauert. Mit weniger Flächen oder Standorten geht sie schneller.",
    {
      retryAfterSeconds: 60,
    },
  );

const unanswerable = {
  "no-limit": "Für diese Art ist kein längster Weg vereinbart. Bitte geben Sie einen an.",
  "no-speed": "Für dieses Gehprofil ist keine Geschwindigkeit vereinbart. Bitte fragen Sie in Metern.",
} as const;

const incomplete = {
  count: "Für dieses Ziel fehlt die Anzahl der Standorte.",
  capacity: "Für dieses Ziel fehlt, wie viele Plätze ein Standort hat.",
} as const;

/** The answer for what the core refuses; other errors stay what they are. */
export function asProblem(error: unknown): unknown {
  if (error instanceof UnknownKindError) {
    return new Problem(422, "Für diese Art von Einrichtung gibt es im Kennwertsatz keinen Standard.", {
      errors: [{ pointer: "/kind", detail: "unbekannt" }],
    });
  }
  if (error instanceof UnanswerableQuestionError) {
    return new Problem(422, unanswerable[error.reason], {
      errors: [{ pointer: "/limit", detail: error.reason === "no-limit" ? "fehlt" : "nicht in Minuten" }],
    });
  }
  if (error instanceof IncompleteRequestError) {
    return new Problem(422, incomplete[error.missing], {
      errors: [{ pointer: `/${error.missing}`, detail: "fehlt" }],
    });
  }
  return error;
}
