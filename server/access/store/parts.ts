import type { Clock } from "../../clock";
import type { OwnDatabase } from "../../store/libsql/own-database";

export type AccessDatabase = OwnDatabase;

/** What every book of access stands on. */
export type AccessParts = {
  readonly db: AccessDatabase;
  readonly clock: Clock;
  /** Tell it after anything that rights rest on has changed; those who listen are told once the work at hand is done. */
  readonly changed: () => void;
};
