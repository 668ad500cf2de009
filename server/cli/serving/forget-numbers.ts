import type { Access } from "../../access/access";
import type { CallerVault } from "../../callers/caller-vault";
import type { Clock } from "../../clock";

const EVERY_MS = 3_600_000;

export type ForgetParts = {
  readonly vault: Pick<CallerVault, "expire">;
  readonly access: Pick<Access, "auditTrail">;
  readonly clock: Clock;
  readonly say: (line: string) => void;
};

/** Deletes numbers that are too old at once, and whenever a day has made more of them so. @returns how to stop */
export function forgetNumbers({ vault, access, clock, say }: ForgetParts): () => void {
  const forget = (): void => {
    try {
      const count = vault.expire(clock.nowMs());
      if (count === 0) return;
      const actor = { kind: "server", name: "" } as const;
      const detail = count === 1 ? "1 number" : `${count} numbers`;
      access.auditTrail.write({ act: "numbers-expired", subject: null, detail, actor, address: null });
    } catch (error) {
      // Tried again in an hour; a full disk must not end the server.
      say(`old numbers could not be deleted: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  forget();
  const forgetting = setInterval(forget, EVERY_MS);
  return () => clearInterval(forgetting);
}
