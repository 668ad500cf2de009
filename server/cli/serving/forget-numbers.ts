import type { Access } from "../../access/access";
import type { CallerVault } from "../../callers/caller-vault";
import { startDailyExpiry } from "../../callers/daily-expiry";
import type { Clock } from "../../clock";

export type ForgetParts = {
  readonly vault: Pick<CallerVault, "expire">;
  readonly access: Pick<Access, "auditTrail">;
  readonly clock: Clock;
  readonly say: (line: string) => void;
};

/** Deletes numbers that are too old, day by day, and writes to the audit trail how many. @returns how to stop */
export function forgetNumbers({ vault, access, clock, say }: ForgetParts): () => void {
  const onExpired = (count: number): void => {
    const actor = { kind: "server", name: "" } as const;
    const detail = count === 1 ? "1 number" : `${count} numbers`;
    access.auditTrail.write({ act: "numbers-expired", subject: null, detail, actor, address: null });
  };
  return startDailyExpiry({ vault, clock, log: say, onExpired });
}
