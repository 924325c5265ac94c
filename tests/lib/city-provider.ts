import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import Provider, { type KoaContextWithOIDC } from "oidc-provider";
import { freePort } from "./running-server.ts";

/** Somebody the city knows, as its sign-on tells it. */
export interface CityPerson {
  sub: string;
  preferred_username: string;
  groups: string[];
  email?: string;
  email_verified?: boolean;
}

export interface CityProvider {
  oidc: { issuer: string; clientId: string; clientSecret: string };
  /** Who sits at the browser. */
  person: CityPerson;
  /** Called before tokens are made and after they were; what a test forges is forged there. */
  beforeTokens: (provider: Provider) => void;
  afterTokens: (provider: Provider) => void;
  /** Goes through the provider's pages as a browser does; the address it sends back to. */
  visit: (address: string) => Promise<URL>;
  close: () => Promise<void>;
}

/**
 * A real OpenID provider on loopback that asks nothing: whoever comes is `person` and agrees. With `hasPages` it shows a
 * page on which somebody signs in or gives up.
 */
export async function cityProvider(
  person: CityPerson,
  redirectUri: string,
  { hasPages = false } = {},
): Promise<CityProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const oidc = { issuer, clientId: "sozialraumkarte", clientSecret: "secret of the test, long enough" };
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: oidc.clientId,
        client_secret: oidc.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: {
      openid: ["sub"],
      profile: ["preferred_username", "groups"],
      email: ["email", "email_verified"],
    },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["a key of the test"] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "test", use: "sig" } as never] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...running.person, sub }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async (context: KoaContextWithOIDC) => {
      const accountId = context.oidc.session?.accountId;
      const grant = new provider.Grant({ clientId: oidc.clientId, ...(accountId && { accountId }) });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    const isToken = context.path === "/token";
    if (isToken) running.beforeTokens(provider);
    await next();
    if (isToken) running.afterTokens(provider);
  });
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    if (hasPages && request.method === "GET") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
      return;
    }
    const givesUp = request.url.endsWith("/abort");
    await provider.interactionFinished(
      request,
      response,
      givesUp
        ? { error: "access_denied", error_description: "given up" }
        : { login: { accountId: running.person.sub } },
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const running: CityProvider = {
    oidc,
    person,
    beforeTokens: () => {},
    afterTokens: () => {},
    visit: (address) => visit(address, issuer),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return running;
}

/** Follows redirects within a site, keeping its cookies; the first address outside it. */
async function visit(address: string, site: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  while (next.origin === site) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(next, { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = answer.headers.get("location");
    if (!location) throw new Error(`${next} answers ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next);
  }
  return next;
}

/** What a city's sign-on looks like to whoever comes to it. */
const page = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Anmeldung der Stadt</title>
<style>body{font:18px/1.5 sans-serif;margin:15vh auto;width:24rem}label,input,button{display:block;font:inherit}
input{width:100%;margin:0 0 1rem}button{margin:.5rem 0}</style>
<h1>Anmeldung der Stadt</h1>
<form method="post"><label for="login">Kennung</label><input id="login" name="login">
<button>Anmelden</button></form>
<form method="post" action="abort" id="abort"><button>Abbrechen</button></form>
<script>abort.action = location.pathname + "/abort"</script></html>`;
