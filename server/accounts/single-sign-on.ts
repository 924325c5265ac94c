import * as client from "openid-client";
import type { SignInRefusal } from "#domain/access/sign-in-refusal.ts";
import type { Config } from "../config.ts";
import type { SignInAttempt } from "../store/account-store.ts";

/** How long the city's sign-on may take to answer, in seconds; less than a request may take here. */
const timeout = 10;

/** What the city says about somebody who signed in there. */
export interface SignedOn {
  /** Issuer and subject, one space between. */
  subject: string;
  /** What they type there to sign in. */
  login: string | undefined;
  /** Their e-mail address, if the city has verified it. */
  email: string | undefined;
  claims: Readonly<Record<string, unknown>>;
}

/** Nobody is signed in. `cause` is for the log alone: whoever sent the answer is told the reason and no more. */
export class SignOnRefused extends Error {
  readonly reason: SignInRefusal;
  constructor(reason: SignInRefusal, options?: ErrorOptions) {
    super(`sign-in through the city: ${reason}`, options);
    this.reason = reason;
  }
}

/**
 * OpenID Connect as its client: authorization code with PKCE, state and nonce. The provider is asked for its addresses
 * at the first sign-in, so that the map starts without it.
 */
export class SingleSignOn {
  readonly #settings: NonNullable<Config["oidc"]>;
  readonly #redirectUri: string;
  #known: Promise<client.Configuration> | undefined;

  constructor(oidc: NonNullable<Config["oidc"]>, publicUrl: string) {
    this.#settings = oidc;
    this.#redirectUri = `${publicUrl}/api/oidc/callback`;
  }

  /** Address at the city's sign-on to send the browser to, and what to remember of it. Throws SignOnRefused "unreachable". */
  async begin(): Promise<{ address: string; state: string } & Pick<SignInAttempt, "nonce" | "verifier">> {
    const provider = await this.#provider();
    const [state, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ];
    const address = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.#redirectUri,
      scope: scopesOf(provider).join(" "),
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return { address: address.href, state, nonce, verifier };
  }

  /**
   * Who came back with this answer. Throws SignOnRefused: "refused" when state, nonce, issuer, signature, age or code are
   * not those of the attempt, "denied" when the city let nobody in, "unreachable" when the provider does not answer.
   */
  async finish(
    query: string,
    { state, nonce, verifier }: { state: string } & Pick<SignInAttempt, "nonce" | "verifier">,
  ): Promise<SignedOn> {
    const provider = await this.#provider();
    try {
      const tokens = await client.authorizationCodeGrant(provider, new URL(`${this.#redirectUri}${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new SignOnRefused("refused");
      // Many providers tell groups only here.
      const told = provider.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
        : {};
      const all: Record<string, unknown> = { ...told, ...claims };
      const { preferred_username: login, email } = all;
      return {
        subject: `${claims.iss} ${claims.sub}`,
        login: typeof login === "string" ? login : undefined,
        email: typeof email === "string" && all.email_verified === true ? email : undefined,
        claims: all,
      };
    } catch (error) {
      throw new SignOnRefused(reasonOf(error), { cause: error });
    }
  }

  #provider(): Promise<client.Configuration> {
    this.#known ??= this.#discover().catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const address = new URL(issuer);
    // The configuration allows a plain http issuer on this computer and in closed networks only.
    const plain = address.protocol === "http:" ? [client.allowInsecureRequests] : [];
    try {
      return await client.discovery(address, clientId, clientSecret, undefined, {
        timeout,
        // Signatures are checked although the tokens come straight from the provider.
        execute: [client.enableNonRepudiationChecks, ...plain],
      });
    } catch (error) {
      throw new SignOnRefused("unreachable", { cause: error });
    }
  }
}

/** Asked for only where it is offered: some providers refuse an attempt that names more than they know. */
function scopesOf(provider: client.Configuration): string[] {
  const offered = provider.serverMetadata().scopes_supported ?? [];
  return ["openid", "profile", ...(offered.includes("email") ? ["email"] : [])];
}

function reasonOf(error: unknown): SignInRefusal {
  if (isUnreachable(error)) return "unreachable";
  const isDenied = error instanceof client.AuthorizationResponseError && error.error === "access_denied";
  return isDenied ? "denied" : "refused";
}

/** A network that fails or a provider that takes too long, as `fetch` says it. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === "fetch failed" || error.name === "TimeoutError" || isUnreachable(error.cause);
}
