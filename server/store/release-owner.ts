import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Who stages a release: enough to tell later whether that very process still runs. */
export interface ReleaseOwner {
  host: string;
  /** Changes with every start of the machine; empty where the system does not tell. */
  boot: string;
  pid: number;
  /** Start of the process in ticks since boot, since process numbers come round; empty where not told. */
  started: string;
}

export function thisProcess(): ReleaseOwner {
  return { host: hostname(), boot: bootId(), pid: process.pid, started: startOf(process.pid) ?? "" };
}

/** "unknown" for a process of another machine: there only the age of its last sign of life counts. */
export function livenessOf(owner: ReleaseOwner): "alive" | "dead" | "unknown" {
  if (owner.host !== hostname()) return "unknown";
  if (owner.boot !== bootId()) return "dead";
  if (owner.started !== "") return startOf(owner.pid) === owner.started ? "alive" : "dead";
  return exists(owner.pid) ? "alive" : "dead";
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold spaces and brackets. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
