import type { AuditLine } from "../../../lib/access/access-types";

/** The export: one JSON object a line, one line an act, the oldest first as `all` gives them. */
export function* toNdjson(lines: Iterable<AuditLine>): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}
