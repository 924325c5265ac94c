import { departments } from "#domain/access/departments.ts";
import { useOpened } from "./opened.ts";
import { useAreas } from "./queries.ts";

/** What the office of this person is called in a signature; German in every language, as it is kept. */
export function useOwnOffice(): string {
  const { me } = useOpened();
  const districts = useAreas("district").data ?? [];
  if (me.office) return me.office;
  if (me.department && me.role !== "SECRETARIAT") return departments[me.department]?.de ?? me.department;
  if (me.role !== "DISTRICT_HEAD") return "Geschäftsstelle";
  const names = me.districts.map((own) => districts.find(({ number }) => number === own)?.name ?? own);
  return `Bezirksvorstehung ${names.join(", ")}`;
}
