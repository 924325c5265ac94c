/** A wrong call of a command: the sentence is printed, the exit code is 2. */
export class UsageError extends Error {}

export interface CommandLine {
  positionals: string[];
  /** Last value of an option, or undefined. */
  value: (option: string) => string | undefined;
  /** All values of an option that may be repeated. */
  values: (option: string) => string[];
  has: (option: string) => boolean;
}

/**
 * Reads `--option value`, `--option=value` and switches. Options are named by their help text: those not
 * in `options` (with a value) or `switches` (without) are a UsageError, so that no typing error is ignored.
 */
export function commandLine(
  argv: readonly string[],
  { options, switches }: { options: readonly string[]; switches: readonly string[] },
): CommandLine {
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  const put = (option: string, value: string) => given.set(option, [...(given.get(option) ?? []), value]);
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    if (!argument.startsWith("--")) {
      positionals.push(argument);
      continue;
    }
    const equals = argument.indexOf("=");
    const option = argument.slice(2, equals < 0 ? undefined : equals);
    if (switches.includes(option)) put(option, "");
    else if (!options.includes(option))
      throw new UsageError(`Die Option --${option} gibt es nicht; --help zeigt alle.`);
    else if (equals >= 0) put(option, argument.slice(equals + 1));
    else {
      const value = argv[++i];
      if (value === undefined) throw new UsageError(`Hinter --${option} fehlt ein Wert.`);
      put(option, value);
    }
  }
  return {
    positionals,
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
    has: (option) => given.has(option),
  };
}

/** "field=Spalte" as a pair; both sides trimmed, the first equals sign divides. */
export function pair(text: string, option: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`--${option} erwartet name=wert, nicht „${text}“.`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
