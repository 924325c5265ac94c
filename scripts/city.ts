import { cityCommand } from "./lib/city-command.ts";

process.exitCode = await cityCommand(process.argv.slice(2), process.env);
