import { spawn } from "node:child_process";
import { buildWeb } from "./steps/build-web.mjs";
import { installPackages } from "./steps/install.mjs";
import { checkNodeVersion, root, runMain } from "./steps/steps.mjs";

/** `npm start`: install, build, database, demo city, serve. Skips what is current. */
await runMain(async () => {
  checkNodeVersion();
  await installPackages();
  await buildWeb();
  const server = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    cwd: root,
    stdio: "inherit",
  });
  // Ctrl-C reaches the server through the terminal as well; it must not end this process before the server stopped.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  process.exitCode = await new Promise((resolve) => server.on("close", (code) => resolve(code ?? 0)));
});
