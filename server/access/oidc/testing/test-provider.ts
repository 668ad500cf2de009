import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type GenerateKeyPairResult,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";

export const CLIENT_ID = "pickup";
export const CLIENT_SECRET = "a secret with % and + in it";

/** How the next ID token differs from a right one. */
export type Bent = {
  /** Over the right ones; undefined: left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signed?: "RS256" | "none" | "HS256 by the public key" | "HS256 by the client secret" | "another key";
  readonly encrypted?: boolean;
};

type Asked = { readonly nonce: string; readonly challenge: string; readonly redirectUri: string };

/** A company's provider on this machine, at which whoever comes has signed in already. */
export type TestProvider = {
  readonly issuer: string;
  /** Who comes next: `sub`, names, groups. */
  who: JWTPayload;
  bent: Bent;
  /** `down`: closes every connection. */
  state: "up" | "down" | "declines" | "talks nonsense";
  /** What it was asked, by path. */
  readonly asked: string[];
  /** Everything secret that it gave or was given. */
  readonly secrets: string[];
  readonly stop: () => Promise<void>;
};

/** Making RSA keys takes long: each file of tests makes them once. */
let keyPairs: Promise<[GenerateKeyPairResult, GenerateKeyPairResult]> | null = null;
const newKeyPair = (): Promise<GenerateKeyPairResult> => generateKeyPair("RS256", { extractable: true });

export async function startTestProvider(): Promise<TestProvider> {
  const [{ publicKey, privateKey }, other] = await (keyPairs ??= Promise.all([newKeyPair(), newKeyPair()]));
  const jwk = { ...(await exportJWK(publicKey)), kid: "2026", alg: "RS256", use: "sig" };
  const publicPem = await exportSPKI(publicKey);
  const codes = new Map<string, Asked>();

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: TestProvider = {
    issuer,
    who: { sub: "248289761001" },
    bent: {},
    state: "up",
    asked: [],
    secrets: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", issuer);
    provider.asked.push(url.pathname);
    if (provider.state === "down") return void request.socket.destroy();
    const json = (status: number, value: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    if (provider.state === "talks nonsense") return json(200, { nonsense: "x".repeat(200_000) });
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          // More than is good: what is accepted, the one who reads has to know.
          id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
          token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
        });
      case "/keys":
        return json(200, { keys: [jwk] });
      case "/authorize":
        return void response.writeHead(302, { location: authorize(url.searchParams) }).end();
      case "/token":
        return token(new URLSearchParams(await bodyOf(request)), json);
      default:
        return json(404, {});
    }
  }

  function authorize(asked: URLSearchParams): string {
    const of = (name: string): string => asked.get(name) ?? "";
    const back = new URL(of("redirect_uri"));
    back.searchParams.set("state", of("state"));
    if (provider.state === "declines") {
      back.searchParams.set("error", "access_denied");
      return back.href;
    }
    const code = `code-${codes.size + 1}-of-${of("state").slice(0, 8)}`;
    if (of("code_challenge_method") !== "S256") throw new Error("without S256");
    codes.set(code, { nonce: of("nonce"), challenge: of("code_challenge"), redirectUri: of("redirect_uri") });
    provider.secrets.push(code, of("state"), of("nonce"));
    back.searchParams.set("code", code);
    return back.href;
  }

  async function token(given: URLSearchParams, json: (status: number, value: unknown) => void): Promise<void> {
    const known = given.get("client_id") === CLIENT_ID && given.get("client_secret") === CLIENT_SECRET;
    if (!known) return json(401, { error: "invalid_client" });
    const code = given.get("code") ?? "";
    const asked = codes.get(code);
    codes.delete(code);
    const verifier = given.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (asked?.challenge !== challenge || asked.redirectUri !== given.get("redirect_uri")) {
      return json(400, { error: "invalid_grant", error_description: `the code ${code} is not good` });
    }
    const idToken = await idTokenFor(asked.nonce);
    provider.secrets.push(verifier, idToken, "the-access-token");
    json(200, { access_token: "the-access-token", token_type: "Bearer", expires_in: 60, id_token: idToken });
  }

  async function idTokenFor(nonce: string): Promise<string> {
    const { claims: bent, signed = "RS256", encrypted = false } = provider.bent;
    const nowS = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: CLIENT_ID, iat: nowS, exp: nowS + 60, nonce, ...provider.who, ...bent };
    // Five parts, as an encrypted one has.
    if (encrypted) return [{ alg: "dir", enc: "A256GCM" }, "", "", "", ""].map(base64url).join(".");
    if (signed === "none") return new UnsecuredJWT(claims).encode();
    const jwt = new SignJWT(claims).setProtectedHeader({
      alg: signed.startsWith("HS256") ? "HS256" : "RS256",
      kid: "2026",
    });
    if (signed === "RS256") return jwt.sign(privateKey);
    if (signed === "another key") return jwt.sign(other.privateKey);
    return jwt.sign(Buffer.from(signed === "HS256 by the public key" ? publicPem : CLIENT_SECRET));
  }

  return provider;
}

const base64url = (part: unknown): string =>
  Buffer.from(part === "" ? "something" : JSON.stringify(part)).toString("base64url");

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString("utf8");
  return text;
}
