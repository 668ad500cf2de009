import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { queueId } from "../../../../lib/vocabulary";
import { asBatch, asLines, BATCH, LINES, morning, sent, SINGLE, type Sent } from "./testing/morning";
import {
  figuresOf,
  foldedDirectly,
  startToldServer,
  type ToldServer,
  type ToldServerParts,
} from "./testing/told-server";

const running: ToldServer[] = [];
async function start(parts: ToldServerParts = {}): Promise<ToldServer> {
  const server = await startToldServer(parts);
  running.push(server);
  return server;
}
afterEach(async () => {
  for (const server of running.splice(0).toReversed()) await server.stop();
});

const WAYS: readonly (readonly [string, (server: ToldServer, events: readonly Sent[]) => Promise<void>])[] = [
  [
    "one by one",
    async (server, events) => {
      for (const event of events) {
        const answer = await server.send(JSON.stringify(event), { type: SINGLE });
        expect(answer).toMatchObject({ status: 202, json: { accepted: 1, duplicates: 0, rejected: [] } });
      }
    },
  ],
  [
    "as a batch",
    async (server, events) => {
      const answer = await server.send(asBatch(events), { type: `${BATCH}; charset=utf-8` });
      expect(answer).toMatchObject({ status: 202, json: { accepted: events.length, duplicates: 0, rejected: [] } });
    },
  ],
  [
    "as lines",
    async (server, events) => {
      const answer = await server.send(`\n${asLines(events)}\r\n\n`, { type: LINES });
      expect(answer).toMatchObject({ status: 202, json: { accepted: events.length, duplicates: 0, rejected: [] } });
    },
  ],
  [
    "all at once, backwards",
    async (server, events) => {
      const answers = await Promise.all(events.toReversed().map((event) => server.send(asBatch([event]))));
      expect(answers.every(({ status }) => status === 202)).toBe(true);
    },
  ],
];

describe("the morning of two queues, told over HTTP", () => {
  it.each(WAYS)("[EV1] %s: the figures are those of the same events folded directly", async (_, tell) => {
    const server = await start();
    const events = morning();
    await tell(server, events);
    const board = await server.board();
    expect(figuresOf(board)).toEqual(figuresOf(foldedDirectly(events, server.vault, "09:30:00")));
    expect(board.total.today).toMatchObject({
      offered: 7,
      answered: 3,
      met: 2,
      abandoned: 2,
      overflowed: 1,
      refused: 1,
    });
    expect(board.total).toMatchObject({ waiting: 1, feed: "live" });
    expect(board.contacts).toMatchObject({ offered: 7, missed: 2 });
  });

  it("[EV2] twice is once: each fact by its source and its id", async () => {
    const server = await start();
    const events = morning();
    await server.send(asBatch(events));
    const before = figuresOf(await server.board());
    for (const body of [asBatch(events), asBatch(events.toReversed())]) {
      const again = await server.send(body);
      expect(again).toMatchObject({ status: 202, json: { accepted: 0, duplicates: events.length, rejected: [] } });
    }
    const some = await server.send(
      asLines([
        ...events.slice(0, 3),
        sent("09:29:30", "contact.abandoned", { queueId: "support", contactId: "waits" }),
      ]),
      { type: LINES },
    );
    expect(some.json).toEqual({ accepted: 1, duplicates: 3, rejected: [] });
    expect(await server.lines()).toHaveLength(events.length + 1);
    expect((await server.board()).total.waiting).toBe(0);
    expect(before.total.waiting).toBe(1);
    // Another source may use the same ids.
    const other = await server.send(asBatch(events.slice(3, 5).map((event) => ({ ...event, source: "pbx" }))));
    expect(other.json).toMatchObject({ accepted: 2, duplicates: 0 });
  });

  it("[EV2] [R1] killed between the commit and the answer: told again, it counts once", async () => {
    const onDisk = new AbortController();
    const going = new AbortController();
    const first = await start({
      disk: (store) => ({
        append: async (events) => {
          const lines = await store.append(events);
          onDisk.abort();
          if (!going.signal.aborted) await once(going.signal, "abort");
          return lines;
        },
      }),
    });
    const events = morning();
    let answered = false;
    const asking = first.send(asBatch(events)).then(() => (answered = true));
    await once(onDisk.signal, "abort");
    const folder = first.diskNow();
    expect(answered).toBe(false);

    const second = await start({ folder, vault: first.vault });
    const again = await second.send(asBatch(events));
    expect(again).toMatchObject({ status: 202, json: { accepted: 0, duplicates: events.length } });
    expect(figuresOf(await second.board())).toEqual(figuresOf(foldedDirectly(events, first.vault, "09:30:00")));
    going.abort();
    await asking;
  });

  it("[EV2] is on the board when the answer comes", async () => {
    const { send, pipeline } = await start();
    await send(asBatch([sent("09:29:00", "contact.offered", { queueId: "support", contactId: "c1" })]));
    const [board] = pipeline.boards();
    const rows = board === undefined ? [] : pipeline.snapshot(board).queues;
    expect(rows.find((row) => row.queueId === queueId("support"))).toMatchObject({ waiting: 1, feed: "live" });
  });
});

describe("[EV4] wrong ones among right ones", () => {
  it("are said with their place, and lose nothing else", async () => {
    const server = await start();
    const events = morning();
    const wrong: readonly unknown[] = [
      { ...events[0], type: "contact.offerd" },
      sent("09:10:00", "contact.answered", { queueId: "support", contactId: "x" }),
      null,
      sent("09:10:00", "contact.lost", { queueId: "support", contactId: "x" }, { source: "elsewhere" }),
    ];
    const mixed = events.flatMap((event, index): unknown[] => (index < wrong.length ? [event, wrong[index]] : [event]));
    const answer = await server.send(JSON.stringify(mixed));
    expect(answer).toMatchObject({
      status: 202,
      json: {
        accepted: events.length,
        duplicates: 0,
        rejected: [
          { index: 1, problem: expect.stringContaining('did you mean "contact.offered"?') as unknown },
          {
            index: 3,
            problem: "data.agentId: expected a text of 1 to 200 characters without control characters, got nothing",
          },
          { index: 5, problem: "the event: expected a CloudEvent, a JSON object, got null" },
          { index: 7, problem: 'source: expected one of crm, pbx, got "elsewhere"' },
        ],
      },
    });
    expect(figuresOf(await server.board())).toEqual(figuresOf(foldedDirectly(events, server.vault, "09:30:00")));
    // Counted and logged, without anything that came.
    expect(server.pipeline.counters().problems).toBe(1);
    expect(server.logged.join("\n")).toContain("Source crm: 2 events were rejected, the first");
    expect(server.logged.join("\n")).not.toContain("offerd");
  });

  it("a line that is no JSON, one too deep, one with a name twice: the others count", async () => {
    const server = await start();
    const [first, second] = morning()
      .slice(3)
      .map((event) => JSON.stringify(event));
    const twice = first?.replace('"specversion":"1.0"', '"specversion":"1.0","specversion":"1.0"');
    const lines = [first, "{", "[".repeat(40) + "]".repeat(40), twice, "\ufeff{}", second];
    const answer = await server.send(lines.join("\r\n"), { type: LINES });
    expect(answer.json).toMatchObject({
      accepted: 2,
      rejected: [
        { index: 1, problem: "the line is not JSON" },
        { index: 2, problem: "the line is nested too deeply" },
        { index: 3, problem: "a name stands twice in one object" },
        { index: 4 },
      ],
    });
    expect(await server.lines()).toHaveLength(2);
  });

  it("in a batch too the one with a name twice is the wrong one", async () => {
    const server = await start();
    const [first = "", second = ""] = morning()
      .slice(3)
      .map((event) => JSON.stringify(event));
    const answer = await server.send(`[${first},${second.replace("{", '{"id":"a",')}]`);
    expect(answer.json).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [{ index: 1, problem: "a name stands twice in one object" }],
    });
  });
});

describe("no events", () => {
  it("[EV6] are a sign of life of the source they are said to be of", async () => {
    const server = await start();
    const nothing = { accepted: 0, duplicates: 0, rejected: [] };
    expect(await server.send("[]", { query: "?source=pbx" })).toMatchObject({ status: 202, json: nothing });
    expect(await server.send("\n", { query: "?source=crm", type: LINES })).toMatchObject({
      status: 202,
      json: nothing,
    });
    for (const query of ["", "?source=elsewhere", "?source=", "?source=__proto__"]) {
      expect([query, (await server.send("[]", { query })).status]).toEqual([query, 400]);
    }
    expect(await server.lines()).toEqual([]);
  });
});
