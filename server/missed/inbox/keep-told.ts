import type { Decision } from "../../../lib/recovery/inbox/decide";
import type { AlertStore } from "../../alerts/store/open-alerts";

const TOLD = "missed-told";

/** What is to be told, and that it is, in one transaction: killed in the middle, it is decided anew. @throws when the disk refuses */
export function keepTold(
  { atOnce, standing, outbox, toldTries }: AlertStore,
  { tellings, told }: Pick<Decision, "tellings" | "told">,
  channelIds: readonly string[],
  atMs: number,
): void {
  atOnce(() => {
    let count = standing.counter(TOLD);
    for (const telling of tellings) {
      count += 1;
      const news = { ...telling, id: `m${count}` };
      outbox.add(
        channelIds.map((channelId) => ({ channelId, news })),
        atMs,
      );
    }
    standing.setCounter(TOLD, count);
    told.forEach(toldTries.put);
  });
}
