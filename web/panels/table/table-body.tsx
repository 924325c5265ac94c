import { lazy } from "react";
import type { RecordType } from "#domain/record/record-type.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Part } from "../../ui/part.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { useTabs } from "../frame/use-tabs.ts";
import { TableView } from "./table-view.tsx";
import { useAreaTable } from "./use-area-table.ts";
import { useRecordTable } from "./use-record-table.ts";

const PlanningTable = lazy(() => import("../planning/planning-table.tsx"));

/** The open table: the areas of the map, or the records of one of its layers. */
export default function TableBody() {
  const of = usePage((state) => state.tableOf);
  const { tab } = useTabs();
  const type = recordTypeOf(of);
  if (tab === "planning" && !type) {
    return (
      <Part lines={6}>
        <PlanningTable />
      </Part>
    );
  }
  return type ? <RecordTable key={of} type={type} /> : <AreaTable />;
}

function AreaTable() {
  const { say } = useLanguage();
  const { city } = useOpened();
  const level = usePage((state) => state.level);
  const plural = city.levels.find((one) => one.level === level)?.plural;
  return <TableView key={level} model={useAreaTable()} of="areas" name={plural ? say(plural) : level} />;
}

function RecordTable({ type }: { type: RecordType }) {
  const { text, say, language } = useLanguage();
  const { model, isPending, error } = useRecordTable(type);
  if (isPending) return <Skeleton lines={6} label={text.app.working} />;
  if (error) return <Notice kind="problem">{problemText(error, text, language)}</Notice>;
  return <TableView model={model} of={type.type} name={say(type.names.plural)} />;
}
