/** Hands a file made on the page to the browser's downloads, under a name every file system takes. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = safeName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Letters and digits only, and the ending. */
function safeName(name: string): string {
  const dot = name.lastIndexOf(".");
  const stem = name.slice(0, dot).replace(/[^\p{Letter}\p{Number}]+/gu, "-");
  return `${stem.replace(/^-|-$/g, "")}${name.slice(dot)}`;
}
