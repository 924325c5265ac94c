import { projected } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { scenario } from "#domain/scenario/scenario.ts";
import type { Task } from "#domain/task/task.ts";
import { type TaskSource, taskSources } from "#domain/task/task-sources.ts";
import type { Services } from "../services.ts";
import type { RecordFilter } from "../store/store.ts";

/** More tasks of one kind and type than anybody works off; the list is cut there. */
const mostOfOne = 200;

/** Everything that waits for this audience, longest first, from records it reads. */
export async function tasksOf(
  services: Pick<Services, "store" | "scenarios">,
  audience: Audience,
): Promise<Task[]> {
  const found = await Promise.all(
    taskSources.flatMap((source) =>
      storedRecordTypes.map((type) => tasksFrom(services, audience, source, type)),
    ),
  );
  // Told once: what waits for a step is not also news.
  const tasks = new Map<string, Task>();
  for (const task of found.flat()) {
    const key = `${task.type} ${task.id}`;
    if (!tasks.has(key)) tasks.set(key, task);
  }
  return [...tasks.values()].sort(
    (a, b) => compared(a.since, b.since) || compared(a.title, b.title) || compared(a.id, b.id),
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function tasksFrom(
  { store, scenarios }: Pick<Services, "store" | "scenarios">,
  audience: Audience,
  source: TaskSource,
  type: RecordType,
): Promise<Task[]> {
  const question = source.asks(audience, type);
  if (!question || question.scope.length === 0) return [];
  const filters: RecordFilter[] = [];
  if (question.states) filters.push({ field: "state", op: "in", value: question.states });
  if (question.visibility) filters.push({ field: "visibility", op: "in", value: question.visibility });
  const { items } = await store.records({
    type: type.type,
    scope: question.scope,
    filters,
    sort: { field: "updatedAt", descending: false },
    limit: mostOfOne,
  });
  const held = items.filter((record) => source.holds(audience, type, record));
  // A scenario is as restricted as its most restricted part, which only its reader knows.
  const readable =
    type === scenario
      ? await kept(held, async (record) => (await scenarios.readable(audience, record)) !== undefined)
      : held;
  return readable.map((record) => taskOf(audience, source, type, record));
}

function taskOf(audience: Audience, { kind }: TaskSource, type: RecordType, record: StoredRecord): Task {
  const next = kind === "next-step" ? type.lifecycle.states[record.state]?.next : undefined;
  const { properties } = projected(audience, type, record);
  const due = type.dueField === undefined ? undefined : properties[type.dueField];
  return {
    kind,
    type: type.type,
    id: record.id,
    title: type.title(properties),
    state: record.state,
    next: [...(next ?? [])],
    since: record.updatedAt,
    due: typeof due === "string" || typeof due === "number" ? String(due) : null,
  };
}

async function kept<T>(items: readonly T[], isKept: (item: T) => Promise<boolean>): Promise<T[]> {
  const answers = await Promise.all(items.map(isKept));
  return items.filter((_item, index) => answers[index]);
}
