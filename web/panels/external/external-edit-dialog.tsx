import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { may } from "#domain/access/access.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { externalLayer } from "#domain/external-layer/external-layer.ts";
import { ApiError, readTagged, send, type Tagged, write } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { useExternalText } from "./use-external-text.ts";

interface FormProps {
  /** The map as it was read, with the mark of that state. */
  map: Tagged<RecordAnswer>;
  path: string;
  onDone: (sentence: string) => void;
}

/** Title and source of a map of another service, and who sees it for those who decide that. */
export default function ExternalEditDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { text, language } = useLanguage();
  const words = useExternalText();
  const { me } = useOpened();
  const store = usePageStore();
  const client = useQueryClient();
  const path = `api/external-layers/${encodeURIComponent(id)}`;
  const [map, setMap] = useState<Tagged<RecordAnswer> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    readTagged<RecordAnswer>(path).then(setMap, (error) => setProblem(problemText(error, text, language)));
  }, [path, text, language]);
  const done = (sentence: string) => {
    store.getState().announce(sentence);
    onClose();
    void client.invalidateQueries({ queryKey: ["layers"] });
  };
  const decides = may({ ...me, ceiling: me.ceilings.at(-1) ?? "PUBLIC" }, "withdraw", externalLayer);
  return (
    <Modal title={words.changeTitle} onClose={onClose}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {!map && !problem && <Skeleton lines={4} label={text.app.working} />}
      {map && <NameForm map={map} path={path} onDone={done} />}
      {map && decides && <VisibilityForm map={map} path={path} onDone={done} />}
    </Modal>
  );
}

function NameForm({ map, path, onDone }: FormProps) {
  const { text, language } = useLanguage();
  const words = useExternalText();
  const [mark, setMark] = useState(map.etag);
  const [problem, setProblem] = useState<string | null>(null);
  const { title, attribution } = map.value.properties as Record<string, string>;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? "").trim();
    const body = { title: typed("title"), attribution: typed("source") };
    try {
      await write(path, body, { ifMatch: mark });
      onDone(words.changed(body.title));
    } catch (error) {
      setProblem(await sentenceOf(error).catch((other: unknown) => problemText(other, text, language)));
    }
  };
  /** After a conflict the next save counts: the reader has been told what it replaces. */
  const sentenceOf = async (error: unknown): Promise<string> => {
    if (!(error instanceof ApiError) || error.status !== 412) return problemText(error, text, language);
    const now = await readTagged<RecordAnswer>(path);
    setMark(now.etag);
    return words.conflict(String(now.value.properties.title), String(now.value.properties.attribution));
  };

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <label className="field">
        <span>{words.title}</span>
        <input name="title" required maxLength={120} defaultValue={title} />
      </label>
      <label className="field">
        <span>{words.source}</span>
        <input
          name="source"
          required
          maxLength={300}
          defaultValue={attribution}
          aria-describedby="external-source"
        />
        <small id="external-source">{words.sourceHint}</small>
      </label>
      <p className="button-row">
        <button type="submit" className="button button-main">
          {words.saveName}
        </button>
      </p>
    </form>
  );
}

/** Release of what the administration sees, or withdrawal of what everyone sees, with a reason that is kept. */
function VisibilityForm({ map, path, onDone }: FormProps) {
  const { text, language } = useLanguage();
  const words = useExternalText();
  const [problem, setProblem] = useState<string | null>(null);
  const title = String(map.value.properties.title);
  const isPublic = map.value.visibility === "PUBLIC";

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    try {
      if (isPublic) await send(`${path}/withdraw`, { visibility: "INTERNAL", reason });
      else await send(`${path}/release`, { visibility: "PUBLIC", reason });
      onDone(isPublic ? words.withdrawn(title) : words.released(title));
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };

  return (
    <form className="stack" aria-labelledby="external-visibility" onSubmit={(event) => void submit(event)}>
      <hr />
      <h3 id="external-visibility">{words.visibility}</h3>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <p>{words.now(words.visibilities[isPublic ? "PUBLIC" : "INTERNAL"])}</p>
      {isPublic && <p className="small">{words.withdrawWhat}</p>}
      <label className="field">
        <span>{words.why}</span>
        <input name="reason" required minLength={3} maxLength={2000} autoComplete="off" />
      </label>
      <p className="button-row">
        <button type="submit" className="button">
          {isPublic ? words.withdraw : words.release}
        </button>
      </p>
    </form>
  );
}
