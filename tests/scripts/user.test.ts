import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { userCommand } from "../../scripts/lib/user-command.ts";
import { isPassword } from "../../server/accounts/passwords.ts";
import { openStore } from "../../server/store/open-store.ts";
import { outputOf } from "../lib/command-output.ts";
import { runCommand } from "../lib/running-server.ts";

const dataDirectory = mkdtempSync(join(tmpdir(), "user-test-"));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

const environment = { DATA_DIR: dataDirectory };

async function user(words: readonly string[], input = ""): Promise<{ code: number; output: string }> {
  const { code, out, err } = await outputOf(() => userCommand(words, environment, Readable.from([input])));
  return { code, output: out + err };
}

async function kept(login: string) {
  const store = await openStore({ dataDirectory, databaseUrl: undefined, recordTypes: [] });
  const account = await store.accounts.find({ login });
  const acts = (await store.audit({ limit: 100 })).map(({ actor, action }) => `${actor} ${action}`);
  await store.close();
  return { account, acts };
}

const office = ["--office", "Jugendamt", "--role", "PLANNER", "--department", "51"];

describe("npm run user", () => {
  it("adds an account with a password that is shown once, and lists it without", async () => {
    const { status, output } = await runCommand("scripts/user.ts", ["add", "plan", ...office], environment);
    expect(status).toBe(0);
    const password = /gezeigt: (\S{24})$/m.exec(output)?.[1];
    const { account } = await kept("plan");
    expect(await isPassword(password!, account!.passwordHash)).toBe(true);
    expect((await user(["list"])).output).toBe("plan\tPLANNER\t51\tJugendamt\tlocal\toffen\n");
  });

  it("takes a password from the standard input and does not repeat it", async () => {
    const { code, output } = await user(["password", "plan", "--password-stdin"], "ein langes Passwort\n");
    expect(code).toBe(0);
    expect(output).toBe("Konto „plan“ hat ein neues Passwort.\n");
    expect(await isPassword("ein langes Passwort", (await kept("plan")).account!.passwordHash)).toBe(true);
    expect((await user(["password", "plan", "--password-stdin"], "kurz\n")).code).toBe(2);
  });

  it("locks and unlocks, and the audit names the console", async () => {
    expect((await user(["lock", "plan"])).output).toBe("Konto „plan“ ist gesperrt.\n");
    expect((await kept("plan")).account?.isLocked).toBe(true);
    expect((await user(["unlock", "plan"])).output).toBe("Konto „plan“ ist entsperrt.\n");
    const { account, acts } = await kept("plan");
    expect(account?.isLocked).toBe(false);
    expect(acts).toEqual([
      "console account-added",
      "console password-reset",
      "console account-locked",
      "console account-unlocked",
    ]);
  });

  it("says what is wrong and changes nothing", async () => {
    const answers = [
      await user(["lock", "niemand"]),
      await user(["add", "zwei", "--office", "Amt", "--role", "KAISER"]),
    ];
    expect(answers).toEqual([
      { code: 1, output: "Ein Konto „niemand“ gibt es nicht.\n" },
      {
        code: 2,
        output:
          "Mit --role wird eine Rolle genannt: DISTRICT_HEAD, PLANNER, SECRETARIAT, STATISTICS, PARTNER oder ADMIN.\n",
      },
    ]);
    expect((await kept("zwei")).account).toBeUndefined();
  });
});
