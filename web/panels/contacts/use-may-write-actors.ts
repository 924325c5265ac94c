import { actor } from "#domain/actor/actor.ts";
import { useMayWrite } from "../../data/write-rights.ts";

/** Whether this person may write actors. */
export function useMayWriteActors(): boolean {
  return useMayWrite(actor)("create");
}
