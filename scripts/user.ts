import { userCommand } from "./lib/user-command.ts";

process.exitCode = await userCommand(process.argv.slice(2), process.env);
