import { z } from "zod";
import { listOf } from "../contract/contract.ts";

/** What makes something a task; the page has a sentence for each. */
export const taskKinds = [
  /** Sketched and never shown to anybody else. */
  "own-sketch",
  /** The department's next step, or the Geschäftsstelle's. */
  "next-step",
  /** Decided, but not told to the public. */
  "to-release",
  /** Somebody shared something confidential. */
  "shared-with-me",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something that waits for the person who asks: computed from records, never stored. */
export const taskSchema = z.object({
  kind: z.enum(taskKinds),
  /** Record it is about. */
  type: z.string(),
  id: z.string(),
  title: z.string(),
  state: z.string(),
  /** States the record may go to from here; empty where the task is none of a lifecycle. */
  next: z.array(z.string()),
  /** When the record was last changed, ISO 8601. */
  since: z.string(),
  /** Day or year of the type's `dueField`, where the record has one this person reads. */
  due: z.string().nullable(),
});
export type Task = z.infer<typeof taskSchema>;

/** `GET /api/tasks`: what waits longest comes first. */
export const tasksSchema = listOf(taskSchema);
