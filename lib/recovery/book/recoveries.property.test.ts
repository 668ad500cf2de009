import { describe, expect, it } from "vitest";
import type { KeptEvent, LoggedEvent } from "../../events";
import { advanceTo } from "../../metrics/advance";
import { applyEvent } from "../../metrics/fold";
import type { Fold } from "../../metrics/fold-state";
import { foldToText, restoreFold } from "../../metrics/fold-text";
import { randomOf } from "../../testing/random";
import { instant, newFold, siteOf } from "../../testing/scenario";
import { agentId, callerAlias, contactId, queueId, sourceId } from "../../vocabulary";
import { recoveriesIn } from "../figures";

const PBX = sourceId("pbx");
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);
const QUEUES = ["support", "sales"].map(queueId);
const CALLERS = ["zoe", "max", "eva", "hall", null, null];
const PEOPLE = ["Ada", "Ben"].map((name) => ({ accountId: name, name }));
const MINUTE_MS = 60_000;

const pick = <Item>(random: (below: number) => number, items: readonly Item[]): Item =>
  items[random(items.length)] as Item;

/** A morning in which callers try, give up, are routed on, come back and are called, and people claim and close. */
function randomLog(seed: number): readonly LoggedEvent[] {
  const random = randomOf(seed);
  const told: { atMs: number; event: KeptEvent }[] = [];
  for (let at = 0; at < 60; at += 1) {
    const atMs = instant("09:00:00") + random(240) * MINUTE_MS;
    const caller = pick(random, CALLERS);
    const alias = caller === null ? null : callerAlias(caller);
    const visit = { queueId: pick(random, QUEUES), contactId: contactId(`c${at}`), stay: 1 };
    const by = pick(random, PEOPLE);
    told.push({ atMs, event: { type: "contact.offered", ...visit, channel: "voice", caller: alias, via: "direct" } });
    const endMs = atMs + random(180) * 1_000;
    switch (random(5)) {
      case 0:
        told.push({ atMs: endMs, event: { type: "contact.answered", ...visit, agentId: agentId("ana") } });
        break;
      case 1:
      case 2:
        told.push({ atMs: endMs, event: { type: "contact.abandoned", ...visit } });
        break;
      case 3: {
        told.push({ atMs: endMs, event: { type: "contact.overflowed", ...visit, reason: "timeout", toQueueId: null } });
        const next = { ...visit, queueId: pick(random, QUEUES), stay: 2 };
        const via = "overflow" as const;
        told.push({
          atMs: endMs + 1,
          event: { type: "contact.offered", ...next, channel: "voice", caller: alias, via },
        });
        if (random(2) === 0) told.push({ atMs: endMs + 30_000, event: { type: "contact.abandoned", ...next } });
        break;
      }
      default:
        if (alias !== null)
          told.push({ atMs: endMs, event: { type: "outbound.answered", caller: alias, agentId: null } });
    }
    const about = { missedKey: `${PBX} ${visit.contactId} ${atMs}`, by };
    // Nobody can act on what is not on his screen yet.
    const actMs = endMs + (15 + random(60)) * MINUTE_MS;
    if (random(3) === 0) told.push({ atMs: actMs, event: { type: "recovery.claimed", ...about } });
    if (random(6) !== 0) continue;
    told.push({ atMs: actMs, event: { type: "recovery.closed", result: "reached", ...about } });
    if (random(3) === 0)
      told.push({ atMs: actMs + random(30) * MINUTE_MS, event: { type: "recovery.reopened", ...about } });
  }
  return told
    .toSorted((a, b) => a.atMs - b.atMs)
    .map(({ atMs, event }, at) => ({
      seq: at + 1,
      sourceId: PBX,
      sourceKey: `${seed} ${at}`,
      atMs,
      receivedAtMs: atMs,
      event,
    }));
}

function folded(log: readonly LoggedEvent[], fold = newShared()): Fold {
  for (const line of log) applyEvent(fold, line);
  advanceTo(fold, instant("15:00:00"));
  return fold;
}

function newShared(): Fold {
  const fold = newFold(siteOf());
  Object.assign(fold, { isShared: (caller: string) => caller === "hall" });
  return fold;
}

/** When a miss was heard of is another matter where lines come in another order. */
const recoveriesOf = (fold: Fold) =>
  [...recoveriesIn(fold.recoveries, null)]
    .map((recovery) => ({ ...recovery, attempts: recovery.attempts.map((attempt) => ({ ...attempt, seq: 0 })) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** What the figures count as missed, contact by contact. */
function missedIn(fold: Fold): readonly string[] {
  const contacts = [...fold.sources.values()].flatMap((source) => [...source.contacts.values()]);
  const visits = contacts.flatMap((contact) => contact.visits.map(({ missed }) => ({ ...contact, missed })));
  return [...visits, ...fold.retired].flatMap(({ contactId: id, missed }) => (missed ? [id] : []));
}

describe("whatever happens in whatever order", () => {
  it.each(SEEDS)(
    "[RE1] [RE3] each missed contact is in exactly one recovery, each recovery ends once (seed %i)",
    (seed) => {
      const fold = folded(randomLog(seed));
      const recoveries = recoveriesOf(fold);
      const held = recoveries.flatMap(({ attempts }) => attempts.map((attempt) => attempt.contactId));
      expect(held.toSorted()).toEqual(missedIn(fold).toSorted());
      expect(held.length).toBeGreaterThan(10);
      expect(new Set(recoveries.map(({ key }) => key)).size).toBe(recoveries.length);
      for (const { caller, attempts, end, firstMissedAtMs } of recoveries) {
        if (caller === null || caller === "hall") expect(attempts).toHaveLength(1);
        if (end !== null)
          expect(end.atMs).toBeGreaterThanOrEqual(Math.max(...attempts.map(({ missed }) => missed.atMs)));
        expect(firstMissedAtMs).toBe(Math.min(...attempts.map(({ missed }) => missed.atMs)));
      }
      const openOf = recoveries.filter(({ end, caller }) => end === null && caller !== null && caller !== "hall");
      expect(new Set(openOf.map(({ caller }) => caller)).size).toBe(openOf.length);
    },
  );

  it.each(SEEDS)(
    "[TI5] up to ten minutes out of order, told twice, or taken up half-way gives the same (seed %i)",
    (seed) => {
      const log = randomLog(seed);
      // What is heard of after somebody has closed opens another, however late it is told.
      const unclosed = log.filter(({ event: { type } }) => type !== "recovery.closed" && type !== "recovery.reopened");
      const random = randomOf(seed * 7);
      const jittered = unclosed.map((line) => ({ line, at: line.receivedAtMs + random(590) * 1_000 }));
      const shuffled = jittered.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
      expect(recoveriesOf(folded([...shuffled, ...shuffled]))).toEqual(recoveriesOf(folded(unclosed)));
      const half = Math.floor(log.length / 2);
      const before = newShared();
      for (const line of log.slice(0, half)) applyEvent(before, line);
      const after = restoreFold(foldToText(before), before.site, before.calendar, before.isShared);
      expect(recoveriesOf(folded(log.slice(half), after))).toEqual(recoveriesOf(folded(log)));
    },
  );
});
