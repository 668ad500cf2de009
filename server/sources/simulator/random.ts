/** Seeded draws: the same seed text gives the same draws on every run. Durations are whole milliseconds. */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly unit: () => number;
  readonly chance: (probability: number) => boolean;
  readonly between: (from: number, to: number) => number;
  readonly betweenMs: (fromMs: number, toMs: number) => number;
  readonly exponentialMs: (meanMs: number) => number;
  /** Half of the draws lie below the median; `sigma` is the spread of the logarithm. */
  readonly lognormalMs: (medianMs: number, sigma: number) => number;
  /** @throws Error for an empty list, which is a bug. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** A stream of its own, so that one concern's draws do not move another's. */
  readonly fork: (label: string) => Random;
};

/** sfc32 (Chris Doty-Humphrey's small fast counting generator) seeded with a hash of the text. */
export function createRandom(seedText: string): Random {
  const unit = sfc32(hash(seedText, 1), hash(seedText, 2), hash(seedText, 3));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    chance: (probability) => unit() < probability,
    between: (from, to) => from + (to - from) * unit(),
    betweenMs: (fromMs, toMs) => Math.round(fromMs + (toMs - fromMs) * unit()),
    exponentialMs: (meanMs) => Math.round(-Math.log(1 - unit()) * meanMs),
    lognormalMs: (medianMs, sigma) => Math.round(medianMs * Math.exp(sigma * normal())),
    pick: (items) => {
      const item = items[Math.floor(unit() * items.length)];
      if (item === undefined) throw new Error("Nothing to pick from");
      return item;
    },
    fork: (label) => createRandom(`${seedText}/${label}`),
  };
}

function sfc32(a: number, b: number, c: number): () => number {
  let counter = 1;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first outputs of near seeds are alike.
  for (let round = 0; round < 15; round += 1) step();
  return step;
}

/** FNV-1a with a final mix, 32 bits. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
