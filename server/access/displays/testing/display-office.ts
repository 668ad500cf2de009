import type { AuditLine } from "../../../../lib/access/access-types";
import { boardId } from "../../../../lib/vocabulary";
import { closeOwnDatabase } from "../../../store/libsql/own-database";
import type { Doer } from "../../access";
import { openAccessDatabase } from "../../store/open-database";
import type { AccessDatabase } from "../../store/parts";
import { createAuditTrail } from "../../trail/audit-trail";
import { createDisplays, type DisplayBook } from "../displays";

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const ANNA: Doer = { actor: { kind: "person", name: "Anna" }, address: "10.0.0.7" };
export const NORTH = boardId("north");

/** A server's displays on a clock of the test's. */
export type DisplayOffice = {
  readonly db: AccessDatabase;
  /** The present one: a restart makes another. */
  readonly displays: () => DisplayBook;
  readonly restart: () => void;
  /** Sets the clock, in ms since the test began. */
  readonly at: (ms: number) => void;
  readonly pass: (ms: number) => void;
  /** A television that was let in and holds its first token. */
  readonly paired: (name: string) => { readonly id: string; readonly token: string };
  readonly code: (address?: string) => { readonly code: string; readonly secret: string };
  readonly enter: (code: string, name?: string, guesser?: string) => string;
  readonly trail: () => readonly AuditLine[];
  /** How often who listens was to be told. */
  readonly changes: () => number;
  readonly close: () => void;
};

export function openDisplayOffice(path = ":memory:"): DisplayOffice {
  const opened = openAccessDatabase({ path });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { db } = opened;
  const startMs = 1_795_000_000_000;
  let nowMs = startMs;
  let changes = 0;
  const clock = { nowMs: () => nowMs };
  const trail = createAuditTrail({ db, clock });
  const start = (): DisplayBook => createDisplays({ db, clock, trail, changed: () => void (changes += 1) });
  let displays = start();

  const code: DisplayOffice["code"] = (address = "10.0.0.50") => {
    const offered = displays.offerCode(address);
    if (offered === null) throw new Error(`${address} was given no code`);
    return { code: offered.pairing.code, secret: offered.secret };
  };
  const enter: DisplayOffice["enter"] = (typed, name = "Lobby", guesser = "anna") => {
    const answer = displays.pair(typed, { name, screenId: NORTH }, ANNA, guesser);
    return answer.kind === "paired" ? "paired" : answer.problem;
  };
  return {
    db,
    displays: () => displays,
    restart: () => {
      displays = start();
    },
    at: (ms) => {
      nowMs = startMs + ms;
    },
    pass: (ms) => {
      nowMs += ms;
    },
    paired: (name) => {
      const shown = code();
      const answer = displays.pair(shown.code, { name, screenId: NORTH }, ANNA, "anna");
      const { token } = displays.claim(shown.secret, "10.0.0.50");
      if (answer.kind === "refused" || token === null) throw new Error(`${name} was not let in`);
      return { id: answer.display.id, token };
    },
    code,
    enter,
    trail: () => [...trail.all()],
    changes: () => changes,
    close: () => closeOwnDatabase(db),
  };
}
