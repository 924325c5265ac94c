import type { LookupAddress } from "node:dns";
import { lookup as resolveName } from "node:dns/promises";
import { get as getHttp, Agent as HttpAgent, type IncomingMessage } from "node:http";
import { get as getHttps, Agent as HttpsAgent } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopback, isPublicAddress } from "./public-address.ts";

/** A question to another server that is not asked, or not answered as it should; the message is a German sentence. */
export class OutboundRefusal extends Error {
  /** True where the address itself may not be asked: nothing was sent. */
  readonly isForbidden: boolean;
  constructor(sentence: string, { isForbidden = false } = {}) {
    super(sentence);
    this.isForbidden = isForbidden;
  }
}

export interface OutboundRules {
  /** Hosts that may be asked, lower case, also after a redirection. */
  hosts: readonly string[];
  /** Addresses of closed networks those hosts may lead to. Without one here only the open internet is asked. */
  addresses: readonly string[];
  /** How a name becomes addresses; the system's way unless a test decides. */
  resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
}

export interface OutboundAnswer {
  /** Media type in lower case, without parameters. */
  type: string;
  body: Buffer;
}

const redirectsAtMost = 3;
const timeoutMilliseconds = 10_000;
/** Questions at once to one host: a map asks for thirty pictures, a service of the city shall not fall over. */
const socketsPerHost = 6;

/**
 * Asks other servers in the name of this one, and guards what that name is used for (RELIABILITY I-22). Hosts of a
 * list only, https only, each redirection checked again. The address a name leads to is checked in the same look-up
 * the connection uses, so that it cannot change in between. No cookie, token or header of whoever asked goes along.
 */
export class Outbound {
  readonly #rules: OutboundRules;
  readonly #secure = new HttpsAgent({ keepAlive: true, maxSockets: socketsPerHost, timeout: 30_000 });
  readonly #plain = new HttpAgent({ keepAlive: true, maxSockets: socketsPerHost, timeout: 30_000 });

  constructor(rules: OutboundRules) {
    this.#rules = rules;
  }

  /** Ends the connections that are kept open. */
  close(): void {
    this.#secure.destroy();
    this.#plain.destroy();
  }

  /** Whether this address would be asked, as far as can be told without asking for its name. */
  allows(address: string): boolean {
    try {
      this.mustAllow(address);
      return true;
    } catch {
      return false;
    }
  }

  /** The whole answer to GET, at most `maxBytes` long and within ten seconds. Throws OutboundRefusal. */
  async get(
    address: string,
    { accept, maxBytes }: { accept: string; maxBytes: number },
  ): Promise<OutboundAnswer> {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    let next = address;
    for (let hop = 0; hop <= redirectsAtMost; hop++) {
      const response = await this.#ask(this.mustAllow(next), accept, signal);
      const { location, "content-type": type = "", "content-encoding": encoding } = response.headers;
      const status = response.statusCode ?? 0;
      if (location && status >= 300 && status < 400) {
        response.destroy();
        if (!URL.canParse(location, next)) throw new OutboundRefusal("Der Dienst leitet ins Leere weiter.");
        next = new URL(location, next).href;
        continue;
      }
      if (status !== 200 || (encoding !== undefined && encoding !== "identity")) {
        response.destroy();
        throw new OutboundRefusal(
          status === 200
            ? "Der Dienst packt seine Antwort in einer Weise, die hier nicht gelesen wird."
            : `Der Dienst antwortet mit Status ${status}.`,
        );
      }
      const body = await wholeBody(response, maxBytes);
      return { type: type.replace(/;.*$/s, "").trim().toLowerCase(), body };
    }
    throw new OutboundRefusal("Der Dienst leitet zu oft weiter.");
  }

  /** The address as one that may be asked. Throws OutboundRefusal before anything is sent. */
  mustAllow(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) {
      throw forbidden("Nötig ist eine Adresse, die mit https:// beginnt.");
    }
    if (url.username !== "" || url.password !== "") {
      throw forbidden("Eine Adresse mit Anmeldenamen oder Kennwort wird nicht gefragt.");
    }
    if (!this.#rules.hosts.includes(url.hostname)) {
      throw forbidden(
        `Der Server ${url.hostname} ist nicht freigegeben. Wer diesen Dienst betreibt, trägt ihn in OUTBOUND_HOSTS ein.`,
      );
    }
    const literal = isIP(url.hostname) ? url.hostname : undefined;
    if (literal && !this.#mayConnect(literal, url.protocol)) throw closedNetwork();
    // Plain http only within the own machine, which the look-up checks.
    if (url.protocol === "http:" && !this.#rules.addresses.some(isLoopback)) {
      throw forbidden("Nötig ist eine Adresse, die mit https:// beginnt.");
    }
    return url;
  }

  #mayConnect(address: string, protocol: string): boolean {
    const isNamed = this.#rules.addresses.includes(address);
    if (protocol === "http:") return isNamed && isLoopback(address);
    return isNamed || isPublicAddress(address);
  }

  #ask(url: URL, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
    const isSecure = url.protocol === "https:";
    const options = {
      agent: isSecure ? this.#secure : this.#plain,
      lookup: this.#lookup(url.protocol),
      signal,
      headers: { "user-agent": "Sozialraumkarte", accept, "accept-encoding": "identity" },
    };
    return new Promise((resolve, reject) => {
      const sent = (isSecure ? getHttps : getHttp)(url, options, resolve);
      sent.on("error", (error: NodeJS.ErrnoException) => reject(refusalOf(error)));
    });
  }

  /** The look-up of a connection, which answers only with addresses that may be connected to. */
  #lookup(protocol: string): LookupFunction {
    const resolve = this.#rules.resolve ?? ((hostname) => resolveName(hostname, { all: true }));
    return (hostname, options, callback) => {
      resolve(hostname).then(
        (found) => {
          const safe = found.filter(({ address }) => this.#mayConnect(address, protocol));
          const failure = safe.length === 0 ? closedNetwork() : null;
          if (options.all) callback(failure, [...safe]);
          else callback(failure, safe[0]?.address ?? "", safe[0]?.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, []),
      );
    };
  }
}

const forbidden = (sentence: string) => new OutboundRefusal(sentence, { isForbidden: true });

const closedNetwork = () =>
  forbidden(
    "Die Adresse führt in ein geschlossenes Netz. Dort wird nur gefragt, was OUTBOUND_ADDRESSES nennt.",
  );

async function wholeBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > maxBytes) {
        response.destroy();
        throw new OutboundRefusal(
          `Die Antwort des Dienstes ist größer als ${Math.round(maxBytes / 1024 / 1024)} MB.`,
        );
      }
      parts.push(part);
    }
  } catch (error) {
    throw refusalOf(error as NodeJS.ErrnoException);
  }
  return Buffer.concat(parts);
}

/** What went wrong on the way, in words that tell nothing of the network here. */
function refusalOf(error: NodeJS.ErrnoException): OutboundRefusal {
  if (error instanceof OutboundRefusal) return error;
  if (error.name === "AbortError" || error.name === "TimeoutError") {
    return new OutboundRefusal("Der Dienst antwortet nicht innerhalb von zehn Sekunden.");
  }
  if (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") {
    return new OutboundRefusal("Den Server dieser Adresse gibt es nicht.");
  }
  if (error.code?.startsWith("ERR_TLS") || error.code?.includes("CERT")) {
    return new OutboundRefusal("Der Dienst weist sich nicht mit einem gültigen Zertifikat aus.");
  }
  return new OutboundRefusal("Der Dienst ist nicht erreichbar.");
}
