import type { z } from "zod";
import type { provenanceAnswerSchema } from "#domain/contract/contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useProfileText } from "./use-profile-text.ts";

export type SourceEntry = z.infer<typeof provenanceAnswerSchema>;

const keyOf = ({ source, licence, referenceDate }: SourceEntry) => `${source}|${licence}|${referenceDate}`;

/** Sources of a page, each once, in the order they are first named; figures name them by number, on paper too. */
export class ProfileSources {
  readonly entries: readonly SourceEntry[];
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(named: readonly SourceEntry[]) {
    const once = new Map(named.map((entry) => [keyOf(entry), entry]));
    this.entries = [...once.values()];
    this.numbers = new Map([...once.keys()].map((key, at) => [key, at + 1]));
  }

  /** From 1 on. */
  numberOf(entry: SourceEntry): number | undefined {
    return this.numbers.get(keyOf(entry));
  }
}

/** "Quelle 3", beside what it is the source of. */
export function SourceNumber({ sources, of }: { sources: ProfileSources; of: readonly SourceEntry[] }) {
  const { formats } = useLanguage();
  const words = useProfileText();
  const numbers = of.flatMap((entry) => sources.numberOf(entry) ?? []);
  return numbers.map((number) => words.sourceNumber(formats.number(number))).join(", ");
}

/** All of them with licence and Stichtag. */
export function SourceList({ sources }: { sources: ProfileSources }) {
  const { formats } = useLanguage();
  const words = useProfileText();
  const told = ({ source, licence, referenceDate }: SourceEntry) => {
    const named = [source, licence].filter(Boolean).join(", ");
    return referenceDate ? words.source(named, formats.period(referenceDate)) : named;
  };
  return (
    <section aria-labelledby="quarter-sources">
      <h2 id="quarter-sources">{words.sources}</h2>
      <ol className="district-sources">
        {sources.entries.map((entry) => (
          <li key={keyOf(entry)}>{told(entry)}</li>
        ))}
      </ol>
    </section>
  );
}
