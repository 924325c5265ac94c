import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const partial = ".part";
/** An upload that takes longer was cut off somewhere (RELIABILITY I-14: gone after 60 s). */
const stalledMilliseconds = 30_000;
/** Parts this old belong to a server that was killed while receiving. */
const oldPartMilliseconds = 60_000;

/**
 * The folder of uploaded files. A file is called by the id of its job and nothing else: the name on the person's
 * machine never becomes a path. Only this account of the machine reads it.
 */
export class Uploads {
  readonly #folder: string;

  constructor(dataDirectory: string) {
    this.#folder = join(dataDirectory, "uploads");
  }

  path(id: string): string {
    return join(this.#folder, id);
  }

  /** Keeps what arrives; answers its size in bytes. Nothing is left of an upload that breaks off or stalls. */
  async receive(id: string, content: Readable): Promise<number> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = this.path(id) + partial;
    let bytes = 0;
    let timer: NodeJS.Timeout | undefined;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => content.destroy(new Error("upload stalled")), stalledMilliseconds);
    };
    watch();
    try {
      const counted = async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          bytes += chunk.length;
          watch();
          yield chunk;
        }
      };
      await pipeline(content, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      await rename(path, this.path(id));
      return bytes;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async has(id: string): Promise<boolean> {
    return stat(this.path(id)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** Removes files that belong to no job, and what killed servers left half received. */
  async tidyUp(jobs: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => undefined);
      const age = found ? Date.now() - found.mtimeMs : 0;
      if (!jobs.has(name) && age > oldPartMilliseconds) await rm(path, { force: true });
    }
  }
}
