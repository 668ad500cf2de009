import { useState } from "react";
import type { AuditLine, AuditPage } from "../../../lib/access/access-types";
import { ask } from "../../access/ask";
import { type Refusal, useListed } from "../parts/use-listed";

const ADDRESS = "/api/v1/audit-trail";

export type Trail = {
  readonly lines: readonly AuditLine[];
  /** Whether there are older ones. */
  readonly hasOlder: boolean;
  readonly intact: boolean;
};

/** The trail page by page: the newest lines are kept up to date, older ones come when they are asked for. */
export function useTrail() {
  const newest = useListed<AuditPage>(ADDRESS, null);
  const [older, setOlder] = useState<AuditPage | null>(null);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const next = older === null ? (newest.value?.next ?? null) : older.next;

  const readOlder = async (): Promise<void> => {
    if (next === null || asking) return;
    setAsking(true);
    const answer = await ask<AuditPage>("GET", `${ADDRESS}?before=${next}`);
    setAsking(false);
    setFailed(answer.kind === "ok" ? null : answer);
    if (answer.kind !== "ok") return;
    // The page above may have moved on meanwhile; what it no longer holds stays here.
    const before = older?.lines ?? newest.value?.lines ?? [];
    setOlder({ ...answer.value, lines: [...before, ...answer.value.lines] });
  };
  const value: Trail | null =
    newest.value === null
      ? null
      : {
          lines: merged(newest.value.lines, older?.lines ?? []),
          hasOlder: next !== null,
          intact: newest.value.intact && (older?.intact ?? true),
        };
  return { listed: { ...newest, value, failed: newest.failed ?? failed }, asking, readOlder };
}

/** Each line once, the newest first. */
function merged(newest: readonly AuditLine[], older: readonly AuditLine[]): readonly AuditLine[] {
  const lastSeq = newest.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
  return [...newest, ...older.filter(({ seq }) => seq < lastSeq)];
}
