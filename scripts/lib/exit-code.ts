import { UsageError } from "./command-line.ts";

/**
 * Runs a command and answers its exit code: its own, 2 when it was called wrongly, 1 when it was refused; the
 * sentence then stands on standard error. Any other error is thrown.
 */
export async function exitCodeOf(
  command: () => Promise<number>,
  isRefusal: (error: unknown) => error is Error,
): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof UsageError || isRefusal(error))) throw error;
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}
