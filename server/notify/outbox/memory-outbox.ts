import { subjectOf } from "../channel";
import { type Due, isDueAt, type NewOutboxRow, type Outbox, type OutboxRow, type OutboxStanding } from "./outbox";

type State = "waiting" | "delivered" | "given-up" | "dropped";
/** A row and all that became of it. */
export type KeptRow = OutboxRow & {
  readonly state: State;
  /** Of the next try; 0: at once. */
  readonly nextAtMs: number;
  readonly why: string | null;
  /** When it was delivered or given up. */
  readonly endedAtMs: number | null;
};
export type MemoryOutbox = Outbox & {
  readonly add: (rows: readonly NewOutboxRow[], atMs: number) => void;
  readonly kept: () => readonly KeptRow[];
};

/** An outbox that ends with the process. @param kept rows to begin with; @param save is told all rows after each change */
export function createMemoryOutbox(
  kept: readonly KeptRow[] = [],
  save: (rows: readonly KeptRow[]) => void = () => {},
): MemoryOutbox {
  let rows: readonly KeptRow[] = kept;
  let lastId = kept.reduce((most, { id }) => Math.max(most, id), 0);

  const set = (next: readonly KeptRow[]): void => {
    rows = next;
    save(rows);
  };
  const change = (isIt: (row: KeptRow) => boolean, how: (row: KeptRow) => KeptRow): void =>
    set(rows.map((row) => (row.state === "waiting" && isIt(row) ? how(row) : row)));
  const waitingFor = (channelId: string): readonly KeptRow[] =>
    rows.filter((row) => row.state === "waiting" && row.channelId === channelId);

  function addOne(row: NewOutboxRow, atMs: number): void {
    const same = rows.filter((other) => isSameSubject(other, row));
    if (same.some(({ news }) => news.kind === row.news.kind)) return;
    if (row.news.kind === "resolved" && !same.some(isTold)) return;
    lastId += 1;
    const fresh = { addedAtMs: atMs, attempts: 0, state: "waiting", nextAtMs: 0, why: null, endedAtMs: null } as const;
    set([...rows, { ...row, ...fresh, id: lastId }]);
  }

  function giveUp(isIt: (row: KeptRow) => boolean, atMs: number, why: string): void {
    const gone = rows.filter((row) => row.state === "waiting" && isIt(row));
    change(isIt, (row) => ({ ...row, state: "given-up", endedAtMs: atMs, why }));
    const fired = gone.filter(({ news }) => news.kind === "fired");
    change(
      (row) => fired.some((one) => isSameSubject(one, row)),
      (row) => ({ ...row, state: "dropped", endedAtMs: atMs }),
    );
  }

  const due = (channelId: string, nowMs: number, limit: number): Due => {
    const waiting = waitingFor(channelId);
    const [first] = waiting;
    if (first === undefined) return { kind: "none", nextAtMs: null };
    if (!isDueAt(first.nextAtMs, nowMs)) return { kind: "none", nextAtMs: first.nextAtMs };
    return { kind: "rows", rows: waiting.slice(0, limit).map(rowOf) };
  };

  return {
    add: (news, atMs) => news.forEach((row) => addOne(row, atMs)),
    kept: () => rows,
    due: async (channelId, nowMs, limit) => due(channelId, nowMs, limit),
    delivered: async (ids, atMs) =>
      change(
        ({ id }) => ids.includes(id),
        (row) => ({ ...row, state: "delivered", endedAtMs: atMs, why: null }),
      ),
    later: async (ids, nextAtMs, why) =>
      change(
        ({ id }) => ids.includes(id),
        (row) => ({ ...row, nextAtMs, why, attempts: row.attempts + 1 }),
      ),
    givenUp: async (ids, atMs, why) => giveUp(({ id }) => ids.includes(id), atMs, why),
    keepOnly: async (channelIds, atMs, why) => giveUp(({ channelId }) => !channelIds.includes(channelId), atMs, why),
    standing: async (channelId, sinceMs) =>
      standingOf(
        rows.filter((row) => row.channelId === channelId),
        sinceMs,
      ),
  };
}

const isTold = ({ news, state }: KeptRow): boolean =>
  news.kind === "fired" && (state === "waiting" || state === "delivered");

const isSameSubject = (one: NewOutboxRow, other: NewOutboxRow): boolean =>
  one.channelId === other.channelId && subjectOf(one.news) === subjectOf(other.news);

const rowOf = ({ id, channelId, news, addedAtMs, attempts }: KeptRow): OutboxRow => ({
  id,
  channelId,
  news,
  addedAtMs,
  attempts,
});

function standingOf(rows: readonly KeptRow[], sinceMs: number): OutboxStanding {
  const waiting = rows.filter(({ state }) => state === "waiting");
  const first = waiting[0] ?? null;
  const givenUp = rows.filter(({ state, endedAtMs }) => state === "given-up" && (endedAtMs ?? 0) >= sinceMs);
  const lastGivenUp = givenUp.reduce<KeptRow | null>((last, row) => (isLater(row, last) ? row : last), null);
  const delivered = rows.filter(({ state }) => state === "delivered").map(({ endedAtMs }) => endedAtMs ?? 0);
  return {
    waiting: waiting.length,
    oldestAddedAtMs: first?.addedAtMs ?? null,
    why: first?.why ?? null,
    nextAtMs: first === null || first.nextAtMs === 0 ? null : first.nextAtMs,
    lastDeliveredAtMs: delivered.length === 0 ? null : Math.max(...delivered),
    givenUp: givenUp.length,
    lastGivenUpAtMs: lastGivenUp?.endedAtMs ?? null,
    lastGivenUpWhy: lastGivenUp?.why ?? null,
  };
}

const isLater = (row: KeptRow, than: KeptRow | null): boolean =>
  than === null || (row.endedAtMs ?? 0) >= (than.endedAtMs ?? 0);
