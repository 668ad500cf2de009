import { createCalendar } from "../../../../lib/calendar";
import { boardOfAll, type SiteConfig } from "../../../../lib/config";
import type { ToldEvent } from "../../../../lib/events";
import { instant, siteOf } from "../../../../lib/testing/scenario";
import { agentId, boardId, contactId, queueId, sourceId } from "../../../../lib/vocabulary";
import type { FoldWatcher } from "../../../alerts/engine/fold-watcher";
import type { CallerVault } from "../../../callers/caller-vault";
import { createPipeline, type Pipeline } from "../../../pipeline";
import { until } from "../../../publish/testing/harness";
import type { SourceSink } from "../../../sources/source";
import { createMemoryStore } from "../../../store/memory";

/** Two sides of a centre. All that is of one has its word in it, and numbers and durations that the other has not. */
export type SideName = "nord" | "sued";
export type Side = ReturnType<typeof sideOf>;

const sideOf = (word: SideName, number: string, talkMs: number) => ({
  queue: queueId(`${word}-queue`),
  board: boardId(`${word}-board`),
  rotation: boardId(`${word}-round`),
  agent: agentId(`${word}-agent`),
  number,
  talkMs,
  /** By these it is recognised in any text. */
  marks: [word, number.slice(-4), String(talkMs)],
});
export const NORD = sideOf("nord", "+4930555012221", 754_331);
export const SUED = sideOf("sued", "+4940777038882", 623_917);
export const SIDES = [NORD, SUED] as const;
/** Who works for both sides. */
const BOTH = agentId("agent-of-both");
const OFFERED = { nord: 3, sued: 5 } as const;

/** What of a side stands in a text, whoever was told it; empty: nothing. */
export const marksIn = (text: string, { marks }: Side): readonly string[] =>
  marks.filter((mark) => text.toLowerCase().includes(mark));

const PBX = sourceId("pbx");
const NOW_MS = instant("09:30:00");

function site(): SiteConfig {
  const bare = siteOf({ queues: SIDES.map(({ queue }) => ({ id: queue })) });
  const boards = SIDES.map(({ board, queue }) => ({
    ...boardOfAll(board, `The ${board}`),
    queueIds: [queue],
    agentNames: "full" as const,
  }));
  const rotations = SIDES.map(({ rotation, board }) => ({
    id: rotation,
    name: `The ${rotation}`,
    boardIds: [board],
    everyMs: 30_000,
  }));
  const ofBoth = { id: boardId("round-of-both"), name: "Both", boardIds: boards.map(({ id }) => id), everyMs: 30_000 };
  return { ...bare, boards: [...bare.boards, ...boards], rotations: [...rotations, ofBoth] };
}

const visit = (queue: Side["queue"], contact: string) => ({
  queueId: queue,
  contactId: contactId(`${queue}-${contact}`),
  stay: 1,
});

export type Floor = {
  readonly feed: Pipeline;
  /** One caller more at each side. */
  readonly callersMore: () => Promise<void>;
  /** Somebody is missed at a side. @returns the id of the recovery */
  readonly missedOf: (side: Side) => Promise<string>;
  /** Somebody closes a recovery. */
  readonly closed: (id: string) => Promise<void>;
};

/** A real pipeline with callers who wait, talk and have gone on both sides, and agents of one side and of both. */
export async function openFloor(vault: CallerVault, watcher: FoldWatcher): Promise<Floor> {
  // Until all is told it is the second before.
  let nowMs = NOW_MS - 1_000;
  const clock = { nowMs: () => nowMs };
  const feed = await createPipeline({
    site: site(),
    sourceIds: [PBX],
    calendar: createCalendar("UTC", 0),
    store: createMemoryStore(),
    vault,
    clock,
    watcher,
    epoch: "matrix",
    log: () => undefined,
  });
  const sinks: SourceSink[] = [];
  feed.run({
    id: PBX,
    kind: "test",
    probe: () => Promise.resolve(null),
    start: (given) => Promise.resolve(void sinks.push(given)),
  });
  const [sink] = sinks;
  if (sink === undefined) throw new Error("the source was not started");
  sink.state("live", "");
  sink.proof(NOW_MS);
  const tell = (time: string, event: ToldEvent): void => {
    const atMs = instant(time);
    sink.events([{ sourceKey: JSON.stringify([event, atMs]), atMs, receivedAtMs: atMs, event }]);
  };
  let callers = 0;
  const known = new Set<string>();
  const callerOf = ({ number }: Side) => {
    callers += 1;
    // The end stays, so that each of them is recognised.
    return { number: `${number.slice(0, 6)}${String(callers).padStart(3, "0")}${number.slice(-4)}`, name: null };
  };
  const call = (time: string, side: Side, contact: string): void => {
    tell(time, {
      type: "contact.offered",
      ...visit(side.queue, contact),
      channel: "voice",
      caller: callerOf(side),
      via: "direct",
    });
  };
  for (const side of SIDES) {
    const { queue, agent, talkMs } = side;
    tell("09:00:00", { type: "agent.joined", agentId: agent, queueId: queue, name: `Agent ${agent}`, penalty: null });
    tell("09:00:00", { type: "agent.joined", agentId: BOTH, queueId: queue, name: "Agent of both", penalty: null });
    call("09:01:00", side, "over");
    tell("09:01:05", { type: "contact.answered", ...visit(queue, "over"), agentId: agent });
    const over = { agentId: agent, talkMs, holdMs: null, wrapUpMs: null, endedBy: "caller" } as const;
    tell("09:15:00", { type: "contact.completed", ...visit(queue, "over"), ...over });
    call("09:20:00", side, "talks");
    call("09:29:00", side, "waits");
  }
  for (const contact of ["more", "most"]) call("09:29:30", SUED, contact);
  // Who works for both talks to a caller of one: the other side may know that he talks, not to whom.
  tell("09:20:10", { type: "contact.answered", ...visit(SUED.queue, "talks"), agentId: BOTH });
  tell("09:20:10", { type: "contact.answered", ...visit(NORD.queue, "talks"), agentId: NORD.agent });
  await until(() => feed.counters().pending === 0);
  nowMs = NOW_MS;
  await until(() => watcher.firing().length === SIDES.length);
  return {
    feed,
    callersMore: async () => {
      for (const side of SIDES) call("09:29:59", side, `another-${callers}`);
      await until(() => feed.counters().pending === 0);
    },
    missedOf: async (side) => {
      const caller = callerOf(side);
      const contact = visit(side.queue, `missed-${callers}`);
      // Who never got in is counted beside those who were offered.
      tell("09:29:59", { type: "contact.refused", ...contact, channel: "voice", caller, reason: "full" });
      await until(() => feed.counters().pending === 0);
      const reader = { queueIds: [side.queue], me: null, callers: "nothing" } as const;
      const question = { list: "open", queueId: side.queue, why: null, offset: 0, limit: 500 } as const;
      const newest = feed.missed.page(question, reader).rows.findLast(({ id }) => !known.has(id));
      if (newest === undefined) throw new Error("nobody was missed");
      known.add(newest.id);
      return newest.id;
    },
    closed: async (id) => {
      const by = { queueIds: null, me: { accountId: null, name: "Tests" }, callers: "nothing" } as const;
      const { kind } = await feed.missed.act(id, { type: "recovery.closed", result: "not-needed" }, by);
      if (kind !== "done") throw new Error(`closing came to ${kind}`);
    },
  };
}

/** How many callers a reader counts who sees these sides. */
export const offeredOn = (sides: readonly SideName[]): number => sides.reduce((sum, side) => sum + OFFERED[side], 0);
