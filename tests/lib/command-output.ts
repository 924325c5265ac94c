import { vi } from "vitest";

export interface CommandOutput {
  code: number;
  /** Standard output, lines ended. */
  out: string;
  /** Standard error, lines ended. */
  err: string;
}

/**
 * Runs the body of a command in this process and answers what it said: the start of a process of its own takes
 * longer than most commands. That the runnable file does the same is for one test of each command to show.
 */
export async function outputOf(command: () => Promise<number>): Promise<CommandOutput> {
  const output: CommandOutput = { code: 0, out: "", err: "" };
  const log = vi.spyOn(console, "log").mockImplementation((line) => {
    output.out += `${line}\n`;
  });
  const error = vi.spyOn(console, "error").mockImplementation((line) => {
    output.err += `${line}\n`;
  });
  try {
    output.code = await command();
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
  return output;
}
