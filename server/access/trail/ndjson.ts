import { setImmediate as turn } from "node:timers/promises";
import type { AuditLine } from "../../../lib/access/access-types";
import { LINES_AT_A_TIME } from "./slices";

/**
 * The export: one JSON object a line, one line an act, the oldest first as `all` gives them; in UTF-8. A year of lines
 * takes seconds, in which everybody else has his turns.
 */
export async function toNdjson(lines: Iterable<AuditLine>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let piece = "";
  let count = 0;
  for (const line of lines) {
    piece += `${JSON.stringify(line)}\n`;
    count += 1;
    if (count % LINES_AT_A_TIME !== 0) continue;
    pieces.push(Buffer.from(piece, "utf8"));
    piece = "";
    await turn();
  }
  return Buffer.concat([...pieces, Buffer.from(piece, "utf8")]);
}
