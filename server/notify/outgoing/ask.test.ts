import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../../testing/self-signed";
import { NEVER } from "../testing/parts";
import { openReceiver, type Receiver } from "../testing/receiver";
import { ask, type Asked, LARGEST_ANSWER_BYTES, type Outgoing } from "./ask";
import { type FoundAddress, resolveName } from "./find-addresses";

const PUBLIC: FoundAddress = { address: "93.184.215.14", family: 4 };
const LOOPBACK: FoundAddress = { address: "127.0.0.1", family: 4 };

const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  privateAddresses: false,
  resolve: resolveName,
  withinMs: 5_000,
  ...more,
});
const get = (url: string, parts: Outgoing, signal = NEVER): Promise<Asked> =>
  ask({ url, method: "GET", headers: {}, body: null }, parts, signal);

describe("[NO1] nothing is asked that lies in here", () => {
  const receivers: Receiver[] = [];
  let port = 0;

  beforeAll(async () => {
    const first = await openReceiver();
    ({ port } = first);
    receivers.push(first, await openReceiver(undefined, { host: "::1", port }));
  });
  afterAll(() => Promise.all(receivers.map((one) => one.close())));

  const expectUntouched = (): void => expect(receivers.map((one) => one.connections())).toEqual([0, 0]);

  it.each([
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "127.0.0.1.",
    "①②⑦.0.0.1",
    "127。0。0。1",
    "127.255.255.254",
    "0.0.0.0",
    "0",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "169.254.169.254",
    "[::ffff:a9fe:a9fe]",
    "168.63.129.16",
    "100.100.100.200",
    "[fd00:ec2::254]",
    "10.0.0.1",
    "192.168.0.1",
    "user:pass@127.0.0.1",
    "example.com@127.0.0.1",
  ])("https and http://%s", async (host) => {
    for (const scheme of ["https", "http"]) {
      const asked = await get(`${scheme}://${host}:${port}/`, outgoing());
      // A machine that does not know `localhost.` has nobody there to protect.
      expect(asked.kind).toMatch(host === "localhost." ? /forbidden|unanswered/ : /forbidden/);
    }
    expectUntouched();
  });

  it.each(["ftp://127.0.0.1/", "file:///etc/passwd", "data:text/plain,x", "gopher://127.0.0.1", "//x", "", "https://"])(
    "nor in any other way: %s",
    async (url) => {
      expect((await get(url, outgoing({ privateAddresses: true }))).kind).toBe("forbidden");
      expectUntouched();
    },
  );

  it.each([
    [[LOOPBACK]],
    [[PUBLIC, LOOPBACK]],
    [[LOOPBACK, PUBLIC]],
    [[{ address: "::ffff:127.0.0.1", family: 6 }]],
    [[{ address: "::1", family: 6 }]],
  ])("a name that stands for %j", async (addresses) => {
    const asked = await get(`https://hooks.example.com:${port}/`, outgoing({ resolve: async () => addresses }));
    expect(asked.kind).toBe("forbidden");
    expectUntouched();
  });

  it("a name that stands for something else once it was tested is asked where it was tested", async () => {
    let asks = 0;
    const resolve = async (): Promise<readonly FoundAddress[]> => {
      asks += 1;
      return asks === 1 ? [PUBLIC] : [LOOPBACK];
    };
    const asked = await get(`https://localhost:${port}/`, outgoing({ resolve, withinMs: 300 }));
    expect(asked.kind).toBe("unanswered");
    expect(asks).toBe(1);
    expectUntouched();
  });

  it("a name that nobody knows is worth another try", async () => {
    const asked = await get("https://hooks.example.com/", outgoing({ resolve: knowsNobody }));
    expect(asked).toEqual({ kind: "unanswered", why: "the name of the host is not known" });
  });

  it("private networks by the switch alone, metadata addresses never", async () => {
    const open = outgoing({ privateAddresses: true, withinMs: 1_000 });
    for (const host of ["169.254.169.254", "168.63.129.16", "[fd00:ec2::254]", "0.0.0.0", "[fe80::1]", "224.0.0.1"]) {
      expect((await get(`http://${host}:${port}/`, open)).kind).toBe("forbidden");
    }
    const own = await openReceiver();
    expect(await get(own.url, open)).toMatchObject({ kind: "answered", status: 200, text: "ok" });
    expect((await get(own.url, outgoing())).kind).toBe("forbidden");
    expect(own.connections()).toBe(1);
    await own.close();
  });
});

const withAnswer = async (answer: Parameters<typeof openReceiver>[0], use: (receiver: Receiver) => Promise<void>) => {
  const receiver = await openReceiver(answer);
  try {
    await use(receiver);
  } finally {
    await receiver.close();
  }
};

const knowsNobody = () => Promise.reject(new Error("ENOTFOUND hooks.example.com"));
const neverResolves = () => new Promise<never>(() => {});

describe("what is answered", () => {
  const open = outgoing({ privateAddresses: true });
  it.each([301, 302, 303, 307, 308])("[NO2] a redirect is not followed: %i", (status) =>
    withAnswer(
      (response) => response.writeHead(status, { location: "/elsewhere" }).end(),
      async ({ url, received }) => {
        expect(await get(url, open)).toMatchObject({ kind: "answered", status });
        expect(received.map(({ path }) => path)).toEqual(["/"]);
      },
    ),
  );

  it.each([LARGEST_ANSWER_BYTES - 1, LARGEST_ANSWER_BYTES, LARGEST_ANSWER_BYTES + 1, 50_000_000])(
    "[NO3] of an answer of %i bytes no more than 64 kB is read",
    (bytes) =>
      withAnswer(
        (response) => void response.end(Buffer.alloc(bytes, "x")),
        async ({ url }) => {
          const asked = await get(url, open);
          const text = asked.kind === "answered" ? asked.text : "";
          expect(text.length).toBe(Math.min(bytes, LARGEST_ANSWER_BYTES));
        },
      ),
  );

  it.each([
    ["says nothing", () => {}],
    ["never ends", (response: { write: (text: string) => unknown }) => void response.write("x")],
  ])("[NO3] one that %s is left after its time", (_what, answer) =>
    withAnswer(answer, async ({ url }) => {
      const asked = await get(url, outgoing({ privateAddresses: true, withinMs: 200 }));
      expect(asked).toEqual({ kind: "unanswered", why: "no answer within 0.2 s" });
    }),
  );

  it("[NO3] a name that is looked up for too long is left as well", async () => {
    const asked = await get("https://hooks.example.com/", outgoing({ resolve: neverResolves, withinMs: 100 }));
    expect(asked).toEqual({ kind: "unanswered", why: "no answer within 0.1 s" });
  });

  it("who stops asking is told so", () =>
    withAnswer(
      () => {},
      async ({ url }) => {
        const stop = new AbortController();
        const asked = get(url, open, stop.signal);
        setTimeout(() => stop.abort(), 50);
        expect(await asked).toEqual({ kind: "unanswered", why: "we stopped" });
        expect(await get(url, open, stop.signal)).toEqual({ kind: "unanswered", why: "we stopped" });
      },
    ));

  it("nobody there is no answer, and the address is not told", async () => {
    const receiver = await openReceiver();
    await receiver.close();
    const asked = await get(`${receiver.url}/services/T0/B0/secret`, open);
    expect(asked).toEqual({ kind: "unanswered", why: "nobody listens there" });
  });

  it("[NO1] a certificate that nobody vouches for ends it before anything is said", async () => {
    let asks = 0;
    const server = createTlsServer(selfSigned(), (_request, response) => {
      asks += 1;
      response.end();
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const asked = await get(`https://localhost:${port}/`, open);
    expect(asked).toEqual({ kind: "unanswered", why: "nobody vouches for the certificate of the host" });
    expect(asks).toBe(0);
    server.close();
  });
});
