/** What came back. `json`: parsed where it is JSON, else null. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
  /** The cookies that were set, as they came. */
  readonly setCookies: readonly string[];
};

export type Question = {
  readonly body?: unknown;
  /** null: none is sent. Left out: the server's own, wherever something may change. */
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

export type BrowserParts = {
  readonly port: number;
  readonly cookies?: Readonly<Record<string, string>>;
  /** A script's token; it sends no cookies and no origin. */
  readonly bearer?: string;
  /** Where it is, as a proxy says who is trusted; left out: this machine, with no proxy. */
  readonly address?: string;
};

export type Browser = ReturnType<typeof createBrowser>;

/** Asks as a browser does: it keeps cookies, and pages of the server itself send its origin. Or as a script does. */
export function createBrowser({ port, cookies = {}, bearer, address }: BrowserParts) {
  const jar = new Map(Object.entries(cookies));
  const own = `http://127.0.0.1:${port}`;

  /** What it shows of who it is, with any request and with a socket's. */
  const shown = (): Record<string, string> => ({
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    ...(jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") }),
    ...(address === undefined ? {} : { "x-forwarded-for": address }),
  });

  const ask = async (method: string, path: string, question: Question = {}): Promise<Answer> => {
    const { body, origin = bearer === undefined ? own : null, headers = {} } = question;
    const changes = method !== "GET" && method !== "HEAD";
    const response = await fetch(`${own}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...shown(),
        ...(changes && origin !== null ? { origin } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) keep(jar, line);
    const text = await response.text();
    const isJson = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
    const json: unknown = isJson && text !== "" ? JSON.parse(text) : null;
    return { status: response.status, headers: response.headers, text, json, setCookies };
  };

  return {
    ask,
    get: (path: string) => ask("GET", path),
    post: (path: string, body?: unknown) => ask("POST", path, { body }),
    put: (path: string, body?: unknown) => ask("PUT", path, { body }),
    patch: (path: string, body?: unknown) => ask("PATCH", path, { body }),
    delete: (path: string) => ask("DELETE", path),
    cookie: (name: string): string | null => jar.get(name) ?? null,
    /** The headers with which it opens a socket. */
    socketHeaders: (): Record<string, string> => ({ ...shown(), ...(bearer === undefined ? { origin: own } : {}) }),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";", 1);
  const at = pair.indexOf("=");
  const name = pair.slice(0, at);
  if (/; Max-Age=0\b/i.test(line)) jar.delete(name);
  else jar.set(name, pair.slice(at + 1));
}
