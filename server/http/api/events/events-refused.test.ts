import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BATCH, LINES, sent, SINGLE } from "./testing/morning";
import { type SendOptions, startToldServer, type Told, type ToldServer } from "./testing/told-server";

/** Of which nothing changes: whatever is refused, the next finds it as it was. */
let server: ToldServer;
beforeAll(async () => {
  server = await startToldServer();
});
afterAll(() => server.stop());

const EVENT = sent("09:29:00", "contact.offered", { queueId: "support", contactId: "c1" });
const ONE = JSON.stringify(EVENT);
const with_ = (changes: object): string => JSON.stringify({ ...EVENT, ...changes });
const withData = (data: unknown): string => with_({ data });
const data = { queueId: "support", contactId: "c1" };

const AT_ONCE_MS = 200;
/** A machine that is busy with others may be late once, and not each time. */
const TRIES = 6;

/** What came back, at once, and that nothing was told. */
async function refusal(body: string | Buffer, options: SendOptions = {}): Promise<Told> {
  let answer: Told | null = null;
  let quickestMs = Infinity;
  for (let tries = 0; tries < TRIES && quickestMs >= AT_ONCE_MS; tries += 1) {
    const startMs = performance.now();
    answer = await server.send(body, { type: SINGLE, ...options });
    quickestMs = Math.min(quickestMs, performance.now() - startMs);
  }
  if (answer === null) throw new Error("nothing was sent");
  expect(quickestMs).toBeLessThan(AT_ONCE_MS);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.json).toMatchObject({ status: answer.status, detail: expect.any(String) as unknown });
  expect(server.pipeline.counters()).toMatchObject({ accepted: 0, duplicates: 0, pending: 0 });
  return answer;
}

describe("[EV5] a bad body is refused in words, at once, and changes nothing", () => {
  it.each<[string, string | Buffer, number, SendOptions?]>([
    ["no JSON", "{", 400],
    ["nothing", "", 400],
    ["a list where one event is said to come", `[${ONE}]`, 400],
    ["one event where a batch is said to come", ONE, 400, { type: BATCH }],
    ["a text", '"event"', 400],
    ["lines of which none is right", "{\n[\nnull\n", 400, { type: LINES }],
    ["another type", ONE, 415, { type: "application/json" }],
    ["no type that there is", ONE, 415, { type: "application/cloudevents+xml" }],
    ["another alphabet", ONE, 415, { type: `${SINGLE}; charset=utf-16` }],
    ["compressed", gzipSync(ONE), 415, { headers: { "content-encoding": "gzip" } }],
    ["a gzip bomb", gzipSync(Buffer.alloc(20_000_000)), 415, { headers: { "content-encoding": "gzip" } }],
    ["a byte order mark", `\ufeff${ONE}`, 400],
    ["no UTF-8", Buffer.from(ONE.replace("support", "s\u00fcpport"), "latin1"), 400],
    ["deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400, { type: BATCH }],
    ["deep data", withData({ ...data, queueId: JSON.parse("[".repeat(31) + "]".repeat(31)) as unknown }), 400],
    ["a text that never ends", `"${'\\"'.repeat(130_000)}`, 400],
    ["256 kB and a byte", `${ONE}${" ".repeat(262_145 - ONE.length)}`, 413],
    ["10 MB", `[${ONE},${" ".repeat(10_000_000)}${ONE}]`, 413, { type: BATCH }],
    ["1,001 events", `[${"0,".repeat(1_000)}0]`, 413, { type: BATCH }],
    ["1,001 lines", "0\n".repeat(1_001), 413, { type: LINES }],
    ["a name twice", ONE.replace("{", '{"id":"x",'), 400],
    ["a name twice within", ONE.replace('"queueId"', '"contactId":"x","queueId"'), 400],
    ["a lone surrogate in an id", withData({ ...data, contactId: "\ud800" }), 400],
    ["a lone surrogate in a name", withData({ ...data, caller: { name: "\udfff" } }), 400],
    ["a lone surrogate in the event's id", with_({ id: "\ud83d" }), 400],
    ["__proto__ among the fields", ONE.replace('"queueId"', '"__proto__":{"stay":2},"queueId"'), 400],
    ["__proto__ beside them", ONE.replace("{", '{"__proto__":{"type":"contact.lost"},'), 400],
    ["__proto__ for data", with_({ data: undefined }).replace("{", '{"__proto__":{"data":{}},'), 400],
    ["a type that every object has", with_({ type: "toString" }), 400],
    ["a source that every object has", with_({ source: "constructor" }), 400],
    [
      "what a telephone system does not tell",
      with_({ type: "source.gap", data: { fromMs: 0, toMs: 1, filled: true } }),
      400,
    ],
  ])("%s", async (_, body, status, options) => {
    expect(await refusal(body, options)).toMatchObject({ status });
  });

  it("in pieces, without a length, and too many of them", async () => {
    const chunk = new TextEncoder().encode(" ".repeat(64_000));
    const body = new ReadableStream<Uint8Array>({
      start: (to) => {
        for (let count = 0; count < 5; count += 1) to.enqueue(chunk);
        to.close();
      },
    });
    expect((await server.sendStream(body)).status).toBe(413);
    expect(await server.lines()).toEqual([]);
  });

  it("whatever is sent: an answer of a client's mistake, and the server goes on", async () => {
    const shaped = fc
      .tuple(fc.constantFrom(SINGLE, BATCH, LINES), fc.jsonValue({ noUnicodeString: false }))
      .map(([type, value]) => ({ type, body: JSON.stringify(value) }));
    const torn = fc
      .tuple(fc.constantFrom(SINGLE, BATCH, LINES), fc.nat(ONE.length - 1), fc.string({ unit: "binary", maxLength: 4 }))
      .map(([type, at, noise]) => ({ type, body: `${ONE.slice(0, at)}${noise}` }));
    const bytes = fc
      .tuple(fc.constantFrom(SINGLE, BATCH, LINES), fc.uint8Array({ minLength: 1, maxLength: 200 }))
      .map(([type, raw]) => ({ type, body: Buffer.from(raw) }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(shaped, torn, bytes), async ({ type, body }) => {
        const answer = await server.send(body, { type });
        // More than its share of requests, and no events at all, are answered too.
        expect([400, 429]).toContain(answer.status);
      }),
      { numRuns: 150 },
    );
    expect(await server.lines()).toEqual([]);
    expect(server.pipeline.counters()).toMatchObject({ accepted: 0, pending: 0 });
  });
});
