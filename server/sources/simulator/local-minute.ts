const BLOCK_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
const REMEMBERED_BLOCKS = 1_000;

/**
 * Minutes after the zone's midnight, 0 to 1439, at an instant. Clocks change on quarters of an hour, so one look-up
 * serves fifteen minutes.
 * @throws RangeError for a zone that does not exist.
 */
export function createLocalMinute(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const remembered = new Map<number, number>();
  return (atMs) => {
    const block = Math.floor(atMs / BLOCK_MS);
    let first = remembered.get(block);
    if (first === undefined) {
      const [hour = "0", minute = "0"] = format.format(block * BLOCK_MS).split(":");
      first = Number(hour) * 60 + Number(minute);
      if (remembered.size >= REMEMBERED_BLOCKS) remembered.clear();
      remembered.set(block, first);
    }
    return first + Math.floor((atMs - block * BLOCK_MS) / MINUTE_MS);
  };
}
