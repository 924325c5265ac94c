import { type EmbedCommand, embedCommandSchema } from "#domain/embed/embed-command.ts";
import type { EmbedFacts } from "#domain/embed/embed-facts.ts";
import { liesWithin } from "#domain/embed/embed-view.ts";

export interface CommandTarget {
  /** Origins that may command. */
  ancestors: readonly string[];
  facts: () => Pick<EmbedFacts, "bounds">;
  /** Parts of the query to change. */
  show: (change: Readonly<Record<string, string>>) => void;
  showExtent: (bounds: [number, number, number, number]) => void;
}

/**
 * Follows the site around the embed. A message from any other window or origin, or one that is not exactly a command,
 * is as if it had not come: no answer, no error (RELIABILITY P-04).
 */
export function listenToCommands(target: CommandTarget, page: Window = window): void {
  page.addEventListener("message", ({ origin, source, data }: MessageEvent<unknown>) => {
    if (source !== page.parent || !target.ancestors.includes(origin)) return;
    const command = embedCommandSchema.safeParse(data);
    if (command.success) carryOut(command.data, target);
  });
}

function carryOut(command: EmbedCommand, { facts, show, showExtent }: CommandTarget): void {
  if (command.command !== "show-extent") show(changeOf(command));
  else if (liesWithin(command.bounds, facts().bounds)) showExtent(command.bounds);
}

function changeOf(command: Exclude<EmbedCommand, { command: "show-extent" }>): Record<string, string> {
  switch (command.command) {
    case "show-indicator":
      return { indicator: command.indicator };
    case "show-period":
      return { period: command.period };
    case "show-level":
      return { level: command.level };
    case "show-layers":
      return { layers: command.layers.join(",") };
  }
}
