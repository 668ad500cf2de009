/** Remembers since when each of many things has been as it is: only what has stood for a while is held against ours. */
export class Standing<Value> {
  readonly #now = new Map<string, { value: Value | null; sinceMs: number }>();

  /** @param current what there is at this instant; what is no longer there is remembered as gone (null) */
  see(current: ReadonlyMap<string, Value>, atMs: number): void {
    for (const [key, value] of current) this.#set(key, value, atMs);
    for (const key of this.#now.keys()) if (!current.has(key)) this.#set(key, null, atMs);
  }

  /** What has been as it is for at least so long; null: gone. */
  *since(latestMs: number): Generator<readonly [key: string, value: Value | null]> {
    for (const [key, { value, sinceMs }] of this.#now) if (sinceMs <= latestMs) yield [key, value];
  }

  #set(key: string, value: Value | null, atMs: number): void {
    const held = this.#now.get(key);
    if (held === undefined) this.#now.set(key, { value, sinceMs: atMs });
    else if (held.value !== value) {
      held.value = value;
      held.sinceMs = atMs;
    }
  }
}
