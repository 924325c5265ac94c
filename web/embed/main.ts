import { type EmbedFacts, embedFactsId } from "#domain/embed/embed-facts.ts";
import { workerUrl } from "../map/worker-url.ts";
import { listenToCommands } from "./commands.ts";
import { type EmbedMap, startEmbedMap } from "./embed-map.ts";
import { anotherView, askForPart } from "./fetch-view.ts";
import "./embed.css";

/**
 * The public embed: the server's page says everything in words, this adds the map and exchanges parts of the page
 * when another view is asked for. It keeps nothing: no cookie, no storage, every request without credentials.
 */
let facts = factsOf(document);
let map: EmbedMap | null = null;
/** Only the latest of several questions is answered. */
let asking = new AbortController();

start();
enhance();
listenToCommands({
  ancestors: facts.ancestors,
  facts: () => facts,
  show: (change) => void showView({ ...Object.fromEntries(new URLSearchParams(facts.query)), ...change }),
  showExtent: (bounds) => map?.showExtent(bounds),
});

function start(): void {
  const canvas = document.getElementById("map-canvas");
  if (!canvas) return;
  try {
    map = startEmbedMap(canvas, {
      facts,
      workerUrl,
      onChoose: (selection) => void showDetails(selection),
      onSeveral: (choices) => {
        const list = document.createElement("ul");
        for (const { title, selection } of choices) {
          const item = document.createElement("li");
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = title;
          button.addEventListener("click", () => void showDetails(selection));
          item.append(button);
          list.append(item);
        }
        const head = document.createElement("p");
        head.textContent = facts.words.severalHere;
        chosen()?.replaceChildren(head, list);
      },
      onNothing: () => say(chosen(), facts.words.nothingHere),
      onProblem: (sentence) => say(document.getElementById("status"), sentence),
    });
  } catch {
    // Without graphics the page still says everything; an empty frame would only be in the way.
    canvas.closest("section")?.setAttribute("data-without-map", "");
    return;
  }
  const controls = document.getElementById("controls");
  controls?.removeAttribute("hidden");
  controls?.addEventListener("click", ({ target }) => {
    const act = (target as Element).closest<HTMLElement>("[data-act]")?.dataset.act;
    if (act) map?.move(act);
  });
}

/** Listens on what is exchanged with a view. */
function enhance(): void {
  const form = document.getElementById("choice") as HTMLFormElement | null;
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    void showView(Object.fromEntries(fields));
  });
  document.getElementById("table")?.addEventListener("click", (event) => {
    const selection = (event.target as Element).closest<HTMLElement>("[data-select]")?.dataset.select;
    if (!selection) return;
    event.preventDefault();
    void showDetails(selection).then(() => document.getElementById("details-heading")?.focus());
  });
}

async function showDetails(selection: string): Promise<void> {
  map?.select(selection);
  const part = await askForPart(`embed/details?select=${encodeURIComponent(selection)}&${facts.query}`);
  const place = chosen();
  if (!place) return;
  if (part) place.replaceChildren(...part.body.childNodes);
  else say(place, facts.words.failed);
}

async function showView(parts: Readonly<Record<string, string>>): Promise<void> {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const status = document.getElementById("status");
  const page = await askForPart(`embed?${anotherView(parts)}`, signal);
  if (signal.aborted) return;
  if (!page) {
    say(status, facts.words.failed);
    return;
  }
  const next = factsOf(page);
  for (const id of ["head", "side", "choice", "table", "places"]) {
    const old = document.getElementById(id);
    const made = page.getElementById(id);
    // Focus stays in the form that asked.
    if (id === "choice") exchangeForm(old, made);
    else if (old && made) old.replaceWith(made);
    else old?.remove();
  }
  const foot = page.querySelector("footer");
  if (foot) document.querySelector("footer")?.replaceChildren(...foot.childNodes);
  document.title = page.title;
  facts = next;
  map?.show(next);
  enhance();
  say(
    document.getElementById("status"),
    `${facts.words.loaded} ${document.querySelector("h1")?.textContent ?? ""}`,
  );
}

function exchangeForm(old: HTMLElement | null, made: HTMLElement | null): void {
  if (!old || !made) return;
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(made);
  if (hadFocus) made.querySelector<HTMLElement>("button")?.focus();
}

function chosen(): HTMLElement | null {
  return document.getElementById("chosen");
}

function say(place: HTMLElement | null, sentence: string): void {
  const paragraph = document.createElement("p");
  paragraph.textContent = sentence;
  place?.replaceChildren(paragraph);
}

function factsOf(page: Document): EmbedFacts {
  return JSON.parse(page.getElementById(embedFactsId)?.textContent ?? "null") as EmbedFacts;
}
