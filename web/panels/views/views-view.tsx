import { useMemo, useState } from "react";
import { savedView as savedViewType } from "#domain/view/saved-view.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { type SavedViewAnswer, useSavedViews } from "../../data/saved-views.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import "../../styles/views.css";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import KeepViewDialog from "./keep-view-dialog.tsx";
import { PresentDialog } from "./present-dialog.tsx";
import { RemoveViewDialog } from "./remove-view-dialog.tsx";
import { useViewsText } from "./use-views-text.ts";
import { ViewRows } from "./view-rows.tsx";

interface List {
  key: string;
  name: string;
  isOwn: boolean;
  views: SavedViewAnswer[];
}

type Dialog =
  | { kind: "keep" }
  | { kind: "edit" | "remove"; view: SavedViewAnswer }
  | { kind: "present"; list: List };

/** The lists of views: to put in order, to change, to open, to present. */
export function ViewsView() {
  const { text, language } = useLanguage();
  const words = useViewsText();
  const { me } = useOpened();
  const mayKeep = useMayWrite(savedViewType)("create");
  const isLowered = usePage(({ sight }) => sight !== null && sight !== "RESTRICTED");
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const views = useSavedViews({ isWanted: me.account !== null });
  const lists = useMemo(() => listsOf(views.data ?? [], me.account), [views.data, me.account]);
  if (me.account === null) return <p>{words.signIn}</p>;
  if (views.isPending) return <Skeleton lines={8} label={text.app.working} />;
  if (views.isError) return <Notice kind="problem">{problemText(views.error, text, language)}</Notice>;
  const close = () => setDialog(null);
  const acts = mayKeep
    ? {
        edit: (view: SavedViewAnswer) => setDialog({ kind: "edit", view }),
        remove: (view: SavedViewAnswer) => setDialog({ kind: "remove", view }),
      }
    : null;
  const section = (list: List) => (
    <section key={list.key} className="view-list">
      <div className="view-list-head">
        <h2>{list.name}</h2>
        <span className="small">{words.count(list.views.length)}</span>
        <button
          type="button"
          className="button button-main"
          aria-label={words.present(list.name)}
          onClick={() => setDialog({ kind: "present", list })}
        >
          {words.presentShort}
        </button>
      </div>
      <ViewRows views={list.views} acts={list.isOwn ? acts : null} />
    </section>
  );
  const own = lists.filter(({ isOwn }) => isOwn);
  const others = lists.filter(({ isOwn }) => !isOwn);
  return (
    <>
      <p>{words.explanation}</p>
      {isLowered && <Notice>{words.lowered}</Notice>}
      {mayKeep && (
        <p>
          <button type="button" className="button" onClick={() => setDialog({ kind: "keep" })}>
            {words.keep}
          </button>
        </p>
      )}
      {own.length === 0 && !isLowered && <p>{words.none}</p>}
      {own.map(section)}
      {others.length > 0 && <h2>{words.sharedLists}</h2>}
      {others.map(section)}
      {dialog?.kind === "keep" && <KeepViewDialog onClose={close} />}
      {dialog?.kind === "edit" && <KeepViewDialog view={dialog.view} onClose={close} />}
      {dialog?.kind === "remove" && <RemoveViewDialog view={dialog.view} onClose={close} />}
      {dialog?.kind === "present" && (
        <PresentDialog name={dialog.list.name} views={dialog.list.views} onClose={close} />
      )}
    </>
  );
}

/** Views of one person with the same list, in the order the server gave them. */
function listsOf(views: readonly SavedViewAnswer[], account: string | null): List[] {
  const lists = new Map<string, List>();
  for (const view of views) {
    const name = view.properties.list;
    const key = `${view.owner} ${name}`;
    const list = lists.get(key) ?? { key, name, isOwn: view.owner === account, views: [] };
    list.views.push(view);
    lists.set(key, list);
  }
  return [...lists.values()];
}
