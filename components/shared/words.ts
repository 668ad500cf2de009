import type { Words } from "../../lib/words/words";

/** A threshold as people say it: `60 s`. */
export const thresholdText = (thresholdMs: number, { shared, formats }: Pick<Words, "shared" | "formats">): string =>
  shared.seconds(formats.count(thresholdMs / 1_000));
