import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Counting } from "./use-residents.ts";

/** Asks for the residents of common ground, which nobody is told unasked, and says how it went. */
export function CountResidents({
  counting,
  mayCount,
  words,
  onCount,
}: {
  counting: Counting;
  mayCount: boolean;
  words: { count: string; counting: string; counted: string };
  onCount: () => void;
}) {
  const { text, language } = useLanguage();
  return (
    <>
      {mayCount && counting.kind !== "counted" && (
        <p>
          <button type="button" className="button" disabled={counting.kind === "running"} onClick={onCount}>
            {counting.kind === "running" ? words.counting : words.count}
          </button>
        </p>
      )}
      <p aria-live="polite" className="for-ears">
        {counting.kind === "counted" && words.counted}
      </p>
      {counting.kind === "failed" && (
        <Notice kind="problem">{problemText(counting.error, text, language)}</Notice>
      )}
    </>
  );
}

/** By which method residents were counted, from which source of which day; nothing before they are. */
export function ResidentMethod({
  counting,
  words,
}: {
  counting: Counting;
  words: {
    residentMethod: (metres: string, source: string, date: string) => string;
    pointMethod: (source: string, date: string) => string;
  };
}) {
  const { formats } = useLanguage();
  if (counting.kind !== "counted") return null;
  const { cellSizeM, source, referenceDate } = counting.residents.whole;
  const date = formats.date(referenceDate);
  return (
    <p className="small">
      {cellSizeM === null
        ? words.pointMethod(source, date)
        : words.residentMethod(formats.number(cellSizeM), source, date)}
    </p>
  );
}
