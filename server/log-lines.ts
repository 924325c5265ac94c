import { escapeControls } from "#domain/text/escape-controls.ts";

/**
 * Where log lines go: each entry is one line, and nothing in it can turn or hide what is read after it.
 * JSON escapes line breaks by itself, but neither direction marks nor the separators of Unicode.
 */
export function logLines(output: { write(text: string): unknown }): { write(text: string): void } {
  return {
    write(text) {
      output.write(`${escapeControls(text.replace(/\n$/, ""))}\n`);
    },
  };
}
