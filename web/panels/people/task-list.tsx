import { storedRecordTypes } from "#domain/record/record-types.ts";
import type { Task } from "#domain/task/task.ts";
import { useTasks } from "../../data/people.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { useOpenRecord } from "./use-open-record.ts";

/** What waits for this person, with the reason, and a way to each. */
export function TaskList() {
  const { text, language, formats } = useLanguage();
  const words = usePeopleText();
  const tasks = useTasks();
  if (tasks.isPending) return <Skeleton lines={6} label={text.app.working} />;
  if (tasks.isError) return <Notice kind="problem">{problemText(tasks.error, text, language)}</Notice>;
  if (tasks.data.length === 0) return <Notice>{words.tasks.none}</Notice>;
  return (
    <>
      <p>{words.tasks.explanation(tasks.data.length, formats.number(tasks.data.length))}</p>
      <ol className="task-list">
        {tasks.data.map((task) => (
          <TaskRow key={`${task.kind} ${task.type} ${task.id}`} task={task} />
        ))}
      </ol>
    </>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { say, formats } = useLanguage();
  const words = usePeopleText();
  const openRecord = useOpenRecord();
  const type = storedRecordTypes.find((one) => one.type === task.type);
  const stateName = (state: string) => {
    const name = type?.lifecycle.states[state]?.name;
    return name ? say(name) : state;
  };
  const dueField = type?.fields[type.dueField ?? ""];
  return (
    <li>
      <button type="button" className="link-button" onClick={() => openRecord(task.type, task.id)}>
        {task.title}
      </button>
      <p className="status-line">
        {type && <span>{say(type.names.singular)}</span>}
        <span className="badge">{stateName(task.state)}</span>
        <span>{words.tasks.since(formats.date(task.since))}</span>
        {task.due !== null && dueField && (
          <span>
            {say(dueField.name)}: {formats.date(task.due)}
          </span>
        )}
      </p>
      <p className="small">
        {words.tasks.reasons[task.kind]}
        {task.next.length > 0 && ` ${words.tasks.next(task.next.map(stateName).join(", "))}`}
      </p>
    </li>
  );
}
