import { randomUUID } from "node:crypto";
import { givesRights, mappingFor, type RoleMapping } from "#domain/access/role-mapping.ts";
import type { Account } from "#domain/contract/account-contract.ts";
import { Problem } from "../errors.ts";
import type { KeptAccount } from "../store/account-store.ts";
import type { NotedAct, Store } from "../store/store.ts";
import { secretHash } from "./secrets.ts";
import { actOn } from "./sign-in-desk.ts";
import { type SignedOn, SignOnRefused } from "./single-sign-on.ts";

const key = "oidc-roles";

/** Who the audit names where the city's sign-on changed an account. */
const actor = "oidc";

/** Accounts of those who sign in through the city: made or found at the first sign-in, their role asked again at each. */
export class CityAccounts {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async mappings(): Promise<RoleMapping[]> {
    return (await this.#store.setting<RoleMapping[]>(key)) ?? [];
  }

  /**
   * Puts these in place of the mappings there are. Noted first: no mapping counts that the audit does not know. Accounts
   * with rights that no mapping gives any more lose sessions and tokens; the next sign-in says what they may now.
   */
  async replaceMappings(mappings: readonly RoleMapping[], by: string): Promise<void> {
    const reason = mappings.map(({ claim, value, role }) => `${claim}=${value} → ${role}`).join("; ");
    const at = new Date().toISOString();
    await this.#store.note([
      { at, actor: by, action: "oidc-roles-replaced", type: "account", id: key, reason },
    ]);
    await this.#store.saveSetting(key, mappings);
    for (const account of await this.#store.accounts.all()) {
      if (account.signIn !== "oidc" || mappings.some((mapping) => givesRights(mapping, account))) continue;
      await this.#withdraw(account.id, by);
    }
  }

  /**
   * The account of somebody the city knows. Throws SignOnRefused when no mapping gives a role ("no-role") or the account
   * is locked ("locked").
   */
  async account(person: SignedOn): Promise<Account> {
    const linked = await this.#store.accounts.find({ subject: person.subject });
    const known = linked ?? (await this.#madeBeforehand(person));
    const mapping = mappingFor(person.claims, await this.mappings());
    if (known?.isLocked) {
      await this.#refused(known.id, "locked");
      throw new SignOnRefused("locked");
    }
    if (!mapping) {
      // What the city has taken away ends everywhere, not only at this door.
      if (linked) await this.#withdraw(linked.id, actor);
      await this.#refused(linked?.id ?? "unknown", "no role");
      throw new SignOnRefused("no-role");
    }
    const rights = rightsOf(mapping);
    if (!known) return this.#add(person, rights);
    if (!linked) await this.#link(known, person);
    return this.#mapAnew(known, rights);
  }

  /** An answer of the sign-on that did not hold. */
  noteRefusal(): Promise<void> {
    return this.#refused("unknown", "oidc");
  }

  /**
   * The account an ADMIN made for somebody before they first signed in. Its login is compared with the e-mail address the
   * city has verified, or with the name typed there, which must not look like an address: a name one can choose oneself
   * never passes for a verified address. Only accounts nobody has signed in to are found, and rights come from the
   * mapping alone, so that a name that is not theirs gives nobody a role.
   */
  async #madeBeforehand({ login, email }: SignedOn): Promise<KeptAccount | undefined> {
    const names = [email, login?.includes("@") ? undefined : login];
    for (const name of names) {
      const found = name && (await this.#store.accounts.find({ login: name }));
      if (found && found.signIn === "oidc" && found.subject === null) return found;
    }
    return undefined;
  }

  async #link({ id }: KeptAccount, { subject }: SignedOn): Promise<void> {
    const acts = [actOn(id, { actor, action: "account-linked" })];
    if ((await this.#store.accounts.link(id, subject, acts)) === "linked") return;
    // Two windows signed in at once: the other one linked it, or somebody else did.
    const linked = await this.#store.accounts.find({ subject });
    if (linked?.id !== id) throw changedMeanwhile();
  }

  async #mapAnew(known: KeptAccount, rights: Rights): Promise<Account> {
    const acts: NotedAct[] = [];
    if (rights.role !== known.role) {
      acts.push(actOn(known.id, { actor, action: "role-changed", reason: `${known.role} → ${rights.role}` }));
    }
    const fields = (["office", "department", "districts"] as const).filter(
      (field) => `${rights[field]}` !== `${known[field]}`,
    );
    if (fields.length > 0) {
      acts.push(actOn(known.id, { actor, action: "account-changed", reason: fields.join(", ") }));
    }
    if (acts.length === 0) return known;
    const changed = await this.#store.accounts.change(known.id, rights, acts);
    // Deleted meanwhile: the next sign-in makes it anew.
    if (!changed || changed === "taken") throw changedMeanwhile();
    return changed;
  }

  async #add({ subject, login = "konto" }: SignedOn, rights: Rights): Promise<Account> {
    const account: KeptAccount = {
      ...rights,
      id: randomUUID(),
      login: login.trim().slice(0, 60),
      signIn: "oidc",
      isLocked: false,
      createdAt: new Date().toISOString(),
      lastSignInAt: null,
      passwordHash: null,
      subject,
    };
    const acts = [actOn(account.id, { actor, action: "account-added", reason: account.role })];
    if ((await this.#store.accounts.add(account, { acts })) === "added") return account;
    // The name is another's here: names are not what the city knows people by, and never lead to that account.
    const apart = { ...account, login: `${account.login} (${secretHash(subject).slice(0, 8)})` };
    if ((await this.#store.accounts.add(apart, { acts })) === "added") return apart;
    // Two windows signed in at once: the other one made it.
    const made = await this.#store.accounts.find({ subject });
    if (!made)
      throw new Problem(409, "Das Konto konnte nicht angelegt werden. Bitte versuchen Sie es noch einmal.");
    return made;
  }

  async #withdraw(id: string, by: string): Promise<void> {
    await this.#store.accounts.withdraw(id, [actOn(id, { actor: by, action: "access-withdrawn" })]);
  }

  async #refused(id: string, reason: string): Promise<void> {
    await this.#store.note([actOn(id, { actor: "unknown", action: "sign-in-refused", reason })]);
  }
}

type Rights = Pick<Account, "office" | "role" | "department" | "districts">;

function rightsOf({ office, value, role, department, districts }: RoleMapping): Rights {
  return { office: office ?? value, role, department, districts };
}

const changedMeanwhile = () => new Problem(409, "Das Konto hat sich gerade geändert.");
