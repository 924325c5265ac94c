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

/** What accounts are called: their office, or the pseudonym of a deleted one; others are left out. */
export type NamesOfAccounts = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** What a Stadtbezirk is called, by its number. */
export type NameOfDistrict = (number: string) => string | null | undefined;

/**
 * Names the office behind accounts, for readers inside the administration only (MODEL §0.6): the audit and the
 * revisions keep ids, and names are looked up when somebody reads them.
 */
export class Offices {
  readonly #names: NamesOfAccounts;
  readonly #district: NameOfDistrict;
  constructor(names: NamesOfAccounts, district: NameOfDistrict) {
    this.#names = names;
    this.#district = district;
  }

  /** Office of each account; one nobody knows is called by the start of its id. */
  async of(accounts: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const asked = [...new Set(accounts)];
    const known = new Map(
      asked.flatMap((account) => {
        const office = programs[account] ?? this.#demoOffice(account);
        return office ? [[account, office] as const] : [];
      }),
    );
    const others = asked.filter((account) => !known.has(account));
    const named = others.length > 0 ? await this.#names(others) : new Map<string, string>();
    for (const account of others) {
      known.set(account, named.get(account) ?? `Unbekanntes Konto ${account.slice(0, 8)}`.trim());
    }
    return known;
  }

  /** "demo:PLANNER:51" is the Jugendamt, "demo:DISTRICT_HEAD:06" the Bezirksvorstehung of that Stadtbezirk. */
  #demoOffice(account: string): string | undefined {
    const [start, role, ...where] = account.split(":");
    if (start !== "demo" || !role || !(role in demoOffices)) return undefined;
    const [first = ""] = where;
    if (role === "DISTRICT_HEAD") return `${demoOffices[role]} ${this.#district(first) ?? first}`.trim();
    return departments[first]?.de ?? [demoOffices[role as Role], first].filter(Boolean).join(" ");
  }
}
