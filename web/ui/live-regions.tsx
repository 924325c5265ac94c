import { usePage } from "../state/use-page.ts";

/** One polite voice for counts, selection and year; one that interrupts for errors. */
export function LiveRegions() {
  const announcement = usePage((state) => state.announcement);
  const alarm = usePage((state) => state.alarm);
  return (
    <>
      {/* The sign nobody hears makes the same sentence a new one. */}
      <p className="for-ears" role="status">
        {announcement.text}
        {announcement.key % 2 === 1 ? "\u200b" : ""}
      </p>
      <p className="for-ears" role="alert">
        {alarm.text}
        {alarm.key % 2 === 1 ? "\u200b" : ""}
      </p>
    </>
  );
}
