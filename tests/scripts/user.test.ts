import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isPassword } from "../../server/accounts/passwords.ts";
import { openStore } from "../../server/store/open-store.ts";
import { root } from "../lib/running-server.ts";

const dataDirectory = mkdtempSync(join(tmpdir(), "user-test-"));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

function user(words: readonly string[], input = ""): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/user.ts", ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDirectory, DATABASE_URL: "" },
  });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  child.stdin.end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
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
    const { code, output } = await user(["add", "plan", ...office]);
    expect(code).toBe(0);
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
    const answers = await Promise.all([
      user(["lock", "niemand"]),
      user(["add", "zwei", "--office", "Amt", "--role", "KAISER"]),
    ]);
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
