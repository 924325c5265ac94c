const weekdays = ["mo", "di", "mi", "do", "fr", "sa", "so"] as const;
const minutesPerDay = 24 * 60;

/** A time of the week, in minutes from Monday 0:00; the end is not part of it. */
interface OpenTime {
  from: number;
  to: number;
}

const day =
  "(mo(?:ntags?)?|di(?:enstags?)?|mi(?:ttwochs?)?|do(?:nnerstags?)?|fr(?:eitags?)?|sa(?:mstags?)?|so(?:nntags?)?)\\b\\.?";
const days = new RegExp(`${day}(?:\\s*(?:-|bis)\\s*${day})?`, "y");
const clock = "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:uhr)?";
const times = new RegExp(`${clock}\\s*(?:-|bis)\\s*${clock}`, "y");
const gap = /[\s,;:|]*(?:und|u\.)?[\s,;:|]*/y;

const dayOf = (name: string) => weekdays.indexOf(name.slice(0, 2) as (typeof weekdays)[number]);

/**
 * Opening hours as German records write them, such as "Mo–Do 7:00–17:00, Fr 7–14 Uhr". Null for anything else:
 * hours nobody understood were not compared.
 */
export function openTimes(text: string): OpenTime[] | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s*[–—−]\s*/g, "-");
  const open: OpenTime[] = [];
  let current: number[] = [];
  let hasTimes = true;
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(plain);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < plain.length) {
    const named = next(days);
    if (named) {
      current = hasTimes ? [] : current;
      hasTimes = false;
      const first = dayOf(named[1]!);
      const span = (dayOf(named[2] ?? named[1]!) - first + 7) % 7;
      for (let later = 0; later <= span; later++) current.push((first + later) % 7);
    } else {
      const time = next(times);
      if (!time || current.length === 0) return null;
      hasTimes = true;
      const from = Number(time[1]) * 60 + Number(time[2] ?? 0);
      const to = Number(time[3]) * 60 + Number(time[4] ?? 0);
      if (to <= from || to > minutesPerDay) return null;
      for (const d of current) open.push({ from: d * minutesPerDay + from, to: d * minutesPerDay + to });
    }
    next(gap);
  }
  return hasTimes && open.length > 0 ? open : null;
}

/** Whether two records are open at the same time; null where one of them is silent or not understood. */
export function hoursOverlap(first: string | null, second: string | null): boolean | null {
  if (first === null || second === null) return null;
  if (first.trim() === second.trim() && first.trim() !== "") return true;
  const [a, b] = [openTimes(first), openTimes(second)];
  if (!a || !b) return null;
  return a.some((one) => b.some((other) => one.from < other.to && other.from < one.to));
}
