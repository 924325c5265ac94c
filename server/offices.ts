import type { Role } from "#domain/access/audience.ts";
import { departments } from "#domain/access/departments.ts";

/** Offices of the demo's roles, which are nobody's account. */
const demoOffices: Readonly<Record<Role, string>> = {
  PUBLIC: "Öffentlichkeit",
  DISTRICT_HEAD: "Bezirksvorstehung",
  PLANNER: "Fachamt",
  SECRETARIAT: "Geschäftsstelle",
  STATISTICS: "Statistikstelle",
  PARTNER: "Externe im Begleitgremium",
  ADMIN: "Technik",
};

/** What programs write under. */
const programs: Readonly<Record<string, string>> = {
  demo: "Demodaten",
  import: "Einlesen von Dateien",
};

/** Where accounts are kept; what was deleted has no office any more. */
export type FindOffice = (account: string) => Promise<string | undefined>;

/**
 * Names the office behind accounts, for readers inside the administration only (MODEL §0.6): the audit and the
 * revisions keep ids, and names are looked up when somebody reads them.
 */
export class Offices {
  readonly #find: FindOffice;
  constructor(find: FindOffice) {
    this.#find = find;
  }

  /** Office of each account; one nobody knows any more is "Gelöschtes Konto" with the start of its id. */
  async of(accounts: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const asked = [...new Set(accounts)];
    const named = await Promise.all(
      asked.map(async (account) => [account, await this.#officeOf(account)] as const),
    );
    return new Map(named);
  }

  async #officeOf(account: string): Promise<string> {
    return (
      programs[account] ??
      demoOffice(account) ??
      (await this.#find(account)) ??
      `Gelöschtes Konto ${account.slice(0, 8)}`.trim()
    );
  }
}

/** "demo:PLANNER:51" is the Jugendamt, "demo:DISTRICT_HEAD:06" the Bezirksvorstehung 06. */
function demoOffice(account: string): string | undefined {
  const [start, role, ...where] = account.split(":");
  if (start !== "demo" || !role || !(role in demoOffices)) return undefined;
  const [first = ""] = where;
  return departments[first]?.de ?? [demoOffices[role as Role], first].filter(Boolean).join(" ");
}
