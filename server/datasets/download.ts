import { lookup as resolveName } from "node:dns";
import { createWriteStream } from "node:fs";
import { get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isPublicAddress } from "../outbound/public-address.ts";
import { ImportRefusal } from "./sentences.ts";

export interface DownloadRules {
  /** Hosts that may be asked, also after a redirection. */
  hosts: readonly string[];
  maxBytes: number;
  /** A person named this address on the command line: plain http and addresses of the own machine are theirs to choose. */
  isNamedByPerson?: boolean;
}

const redirectsAtMost = 3;
const timeoutMilliseconds = 60_000;

/**
 * Fetches a file to a path: https only, hosts of the list only, checked again on every redirection, and the
 * address a name resolves to is checked in the same look-up the connection uses, so that it cannot change in between.
 * Throws `ImportRefusal`.
 */
export async function download(address: string, path: string, rules: DownloadRules): Promise<void> {
  let next = address;
  for (let hop = 0; hop <= redirectsAtMost; hop++) {
    const response = await request(next, rules);
    const location = response.headers.location;
    if (location && response.statusCode && response.statusCode >= 300 && response.statusCode < 400) {
      response.destroy();
      next = new URL(location, next).href;
      continue;
    }
    if (response.statusCode !== 200) {
      response.destroy();
      throw new ImportRefusal("download-failed", { address: next, why: `Status ${response.statusCode}` });
    }
    await save(response, path, rules.maxBytes, next);
    return;
  }
  throw new ImportRefusal("download-failed", { address, why: "zu viele Weiterleitungen" });
}

function request(
  address: string,
  { hosts, isNamedByPerson = false }: DownloadRules,
): Promise<IncomingMessage> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isSecure = url?.protocol === "https:";
  const isAllowed =
    url && hosts.includes(url.hostname) && (isSecure || (isNamedByPerson && url.protocol === "http:"));
  if (!url || !isAllowed || url.username !== "") throw new ImportRefusal("address-refused", { address });
  const options = {
    timeout: timeoutMilliseconds,
    ...(isNamedByPerson ? {} : { lookup: publicLookup }),
    headers: { "user-agent": "Sozialraumkarte", accept: "*/*" },
  };
  return new Promise((resolve, reject) => {
    const get = isSecure ? getHttps : getHttp;
    const failed = (why: string) => reject(new ImportRefusal("download-failed", { address, why }));
    const sent = get(url, options, resolve);
    sent.on("timeout", () => sent.destroy(new Error("keine Antwort")));
    sent.on("error", (error: NodeJS.ErrnoException) => failed(error.code ?? error.message));
  });
}

async function save(
  response: IncomingMessage,
  path: string,
  maxBytes: number,
  address: string,
): Promise<void> {
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      const limit = Math.round(maxBytes / 1024 / 1024);
      done(bytes > maxBytes ? new ImportRefusal("file-too-large", { limit }) : null, chunk);
    },
  });
  try {
    await pipeline(Readable.from(response), limit, createWriteStream(path));
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw new ImportRefusal("download-failed", { address, why: (error as Error).message });
  }
}

const publicLookup: LookupFunction = (host, options, callback) => {
  resolveName(host, { ...options, all: true }, (error, addresses) => {
    const safe = error ? [] : addresses.filter(({ address }) => isPublicAddress(address));
    const failure = error ?? (safe.length === 0 ? new Error("Adresse im eigenen Netz") : null);
    if (options.all) callback(failure, safe);
    else callback(failure, safe[0]?.address ?? "", safe[0]?.family);
  });
};
