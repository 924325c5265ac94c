import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file system of its own that can be filled up and emptied. */
export interface SmallDisk {
  place: string;
  /** Takes all space but so many bytes. */
  fill(leftBytes: number): void;
  /** Gives the space back. */
  empty(): void;
  remove(): void;
}

/** @throws Error with a sentence, where this account may not mount */
export function mountSmallDisk(place: string, megabytes: number): SmallDisk {
  if (process.getuid?.() !== 0) {
    throw new Error("A small disk needs root, who may mount: run the drill in a container as root");
  }
  mkdirSync(place, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", place]);
  const ballast = join(place, "ballast");
  return {
    place,
    fill(leftBytes) {
      const { bavail, bsize } = statfsSync(place);
      const bytes = bavail * bsize - leftBytes;
      if (bytes > 0) writeFileSync(ballast, Buffer.alloc(bytes));
    },
    empty() {
      rmSync(ballast, { force: true });
    },
    remove() {
      execFileSync("umount", ["--lazy", place]);
    },
  };
}
