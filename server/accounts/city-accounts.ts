import { randomUUID } from "node:crypto";
import { mappingFor, type RoleMapping } from "#domain/access/role-mapping.ts";
import type { Account } from "#domain/contract/account-contract.ts";
import { Problem } from "../errors.ts";
import type { KeptAccount } from "../store/account-store.ts";
import type { NotedAct, Store } from "../store/store.ts";
import { secretHash } from "./secrets.ts";
import { actOn } from "./sign-in-desk.ts";
import type { SignedOn } from "./single-sign-on.ts";

const key = "oidc-roles";

/** Who the audit names where the city's sign-on changed an account. */
const actor = "oidc";

/** Accounts of those who sign in through the city: made at the first sign-in, their role asked again at each. */
export class CityAccounts {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async mappings(): Promise<RoleMapping[]> {
    return (await this.#store.setting<RoleMapping[]>(key)) ?? [];
  }

  /** Puts these in place of the mappings there are. Noted first: no mapping counts that the audit does not know. */
  async replaceMappings(mappings: readonly RoleMapping[], by: string): Promise<void> {
    const reason = mappings.map(({ claim, value, role }) => `${claim}=${value} → ${role}`).join("; ");
    const at = new Date().toISOString();
    await this.#store.note([
      { at, actor: by, action: "oidc-roles-replaced", type: "account", id: key, reason },
    ]);
    await this.#store.saveSetting(key, mappings);
  }

  /** The account of somebody the city knows. Throws Problem 403 when no mapping gives a role, or for a locked one. */
  async account(person: SignedOn): Promise<Account> {
    const known = await this.#store.accounts.find({ subject: person.subject });
    const mapping = mappingFor(person.claims, await this.mappings());
    if (known?.isLocked) {
      await this.#refused(known.id, "locked");
      throw new Problem(403, "Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Technik.");
    }
    if (!mapping) {
      // What the city has taken away ends everywhere, not only at this door.
      if (known) await this.#store.accounts.closeSessions(known.id);
      await this.#refused(known?.id ?? "unknown", "no role");
      throw new Problem(
        403,
        "Ihr Konto der Stadt hat hier noch keine Rolle. Bitte wenden Sie sich an die Technik.",
      );
    }
    const rights = rightsOf(mapping);
    return known ? this.#mapAnew(known, rights) : this.#add(person, rights);
  }

  /** An answer of the sign-on that did not hold. */
  noteRefusal(): Promise<void> {
    return this.#refused("unknown", "oidc");
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
    if (!changed || changed === "taken") throw new Problem(409, "Das Konto hat sich gerade geändert.");
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

  async #refused(id: string, reason: string): Promise<void> {
    await this.#store.note([actOn(id, { actor: "unknown", action: "sign-in-refused", reason })]);
  }
}

type Rights = Pick<Account, "office" | "role" | "department" | "districts">;

function rightsOf({ office, value, role, department, districts }: RoleMapping): Rights {
  return { office: office ?? value, role, department, districts };
}
