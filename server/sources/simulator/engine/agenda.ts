/** Something to be done at an instant, unless it is called off first. */
export type Alarm = { readonly atMs: number; readonly cancel: () => void };

/** What is still to happen, soonest first; what falls on the same instant keeps the order in which it was put in. */
export type Agenda = {
  readonly at: (atMs: number, run: () => void) => Alarm;
  /** Takes out the soonest entry that was not called off; null: nothing is left. */
  readonly next: () => { readonly atMs: number; readonly run: () => void } | null;
};

type Entry = { readonly atMs: number; readonly order: number; run: (() => void) | null };

const isBefore = (one: Entry, other: Entry): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);

export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let order = 0;

  const put = (entry: Entry): void => {
    let index = heap.length;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = entry;
  };

  const take = (): Entry | null => {
    const soonest = heap[0];
    const last = heap.pop();
    if (soonest === undefined || last === undefined) return null;
    if (heap.length === 0) return soonest;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      if (left === undefined) break;
      const right = heap[2 * index + 2];
      const rightIsSooner = right !== undefined && isBefore(right, left);
      const child = rightIsSooner ? right : left;
      if (!isBefore(child, last)) break;
      heap[index] = child;
      index = 2 * index + (rightIsSooner ? 2 : 1);
    }
    heap[index] = last;
    return soonest;
  };

  return {
    at: (atMs, run) => {
      const entry: Entry = { atMs: Math.round(atMs), order: (order += 1), run };
      put(entry);
      return {
        atMs: entry.atMs,
        cancel: () => {
          entry.run = null;
        },
      };
    },
    next: () => {
      for (;;) {
        const entry = take();
        if (entry === null) return null;
        if (entry.run !== null) return { atMs: entry.atMs, run: entry.run };
      }
    },
  };
}
