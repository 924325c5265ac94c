import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { newAccountSchema } from "#domain/contract/account-contract.ts";
import { AccountDesk } from "../../server/accounts/account-desk.ts";
import { newSecret } from "../../server/accounts/secrets.ts";
import { Problem } from "../../server/errors.ts";
import { type CommandLine, commandLine, UsageError } from "./command-line.ts";
import { type Environment, openCommandStore } from "./command-store.ts";
import { exitCodeOf } from "./exit-code.ts";

const help = `npm run user -- list                     zeigt alle Konten
npm run user -- add NAME --office TEXT --role ROLLE [--department NR] [--districts 01,02]
npm run user -- lock NAME                sperrt ein Konto und beendet seine Sitzungen
npm run user -- unlock NAME              entsperrt es
npm run user -- password NAME            setzt ein neues Passwort und beendet die Sitzungen

Das Passwort wird erzeugt und einmal gezeigt; mit --password-stdin ist es die erste Zeile der Standardeingabe.
Die Datenbank nennen DATA_DIR oder DATABASE_URL.`;

/** Who the audit names for what is done here. */
const actor = "console";

/**
 * `npm run user -- …`; exit code 0 done, 1 refused, 2 called wrongly. `input` is where --password-stdin reads.
 */
export function userCommand(
  argv: readonly string[],
  environment: Environment,
  input: Readable = process.stdin,
): Promise<number> {
  return exitCodeOf(
    () => run(argv, environment, input),
    (error) => error instanceof Problem,
  );
}

async function run(argv: readonly string[], environment: Environment, input: Readable): Promise<number> {
  const line = commandLine(argv, {
    options: ["office", "role", "department", "districts"],
    switches: ["help", "password-stdin"],
  });
  const [what = "", login] = line.positionals;
  const isKnown = what === "list" || (["add", "lock", "unlock", "password"].includes(what) && login);
  if (!isKnown || line.has("help")) {
    console.log(help);
    return line.has("help") ? 0 : 2;
  }
  const store = await openCommandStore(environment);
  try {
    const desk = new AccountDesk(store);
    if (what === "list") return await list(desk);
    if (what === "add") return await add(desk, login!, line, input);
    const account = await store.accounts.find({ login: login! });
    if (!account) throw new Problem(404, `Ein Konto „${login}“ gibt es nicht.`);
    if (what === "password") return await setPassword(desk, account.id, line, input);
    await desk.change(account.id, { isLocked: what === "lock" }, actor);
    console.log(`Konto „${account.login}“ ist ${what === "lock" ? "gesperrt" : "entsperrt"}.`);
    return 0;
  } finally {
    await store.close();
  }
}

/** One account a line, fields divided by tabs. */
async function list(desk: AccountDesk): Promise<number> {
  for (const { login, role, department, districts, office, signIn, isLocked } of await desk.list()) {
    const scope = [department ?? "", districts.join(",")].filter(Boolean).join(" ");
    console.log([login, role, scope || "-", office, signIn, isLocked ? "gesperrt" : "offen"].join("\t"));
  }
  return 0;
}

async function add(desk: AccountDesk, login: string, line: CommandLine, input: Readable): Promise<number> {
  const { password, isGenerated } = await passwordFor(line, input);
  const parsed = newAccountSchema.safeParse({
    login,
    office: line.value("office"),
    role: line.value("role"),
    department: line.value("department") ?? null,
    districts: line.value("districts")?.split(",").filter(Boolean) ?? [],
    password,
  });
  if (!parsed.success) throw new UsageError(sentence(String(parsed.error.issues[0]?.path[0])));
  const account = await desk.add(parsed.data, actor);
  console.log(`Konto „${account.login}“ (${account.role}) ist angelegt.`);
  if (isGenerated) console.log(`Passwort, nur dieses eine Mal gezeigt: ${password}`);
  return 0;
}

async function setPassword(
  desk: AccountDesk,
  id: string,
  line: CommandLine,
  input: Readable,
): Promise<number> {
  const { password, isGenerated } = await passwordFor(line, input);
  if (password.length < 12 || password.length > 200) throw new UsageError(sentence("password"));
  const { login } = await desk.change(id, { password }, actor);
  console.log(`Konto „${login}“ hat ein neues Passwort.`);
  if (isGenerated) console.log(`Passwort, nur dieses eine Mal gezeigt: ${password}`);
  return 0;
}

/** Never an argument: those stand in the shell's history and in the list of processes. */
async function passwordFor(
  line: CommandLine,
  input: Readable,
): Promise<{ password: string; isGenerated: boolean }> {
  if (!line.has("password-stdin")) return { password: newSecret().slice(0, 24), isGenerated: true };
  const [password = ""] = (await text(input)).split(/\r?\n/, 1);
  return { password, isGenerated: false };
}

function sentence(field: string): string {
  const sentences: Readonly<Record<string, string>> = {
    login: "Der Anmeldename hat 3 bis 80 Zeichen.",
    office: "Mit --office wird das Amt oder die Funktion genannt.",
    role: "Mit --role wird eine Rolle genannt: DISTRICT_HEAD, PLANNER, SECRETARIAT, STATISTICS, PARTNER oder ADMIN.",
    password: "Das Passwort hat 12 bis 200 Zeichen.",
  };
  return sentences[field] ?? `Die Angabe --${field} ist nicht verwendbar.`;
}
