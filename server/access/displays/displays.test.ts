import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boardId } from "../../../lib/vocabulary";
import {
  ANNA,
  DAY_MS,
  type DisplayOffice,
  MINUTE_MS,
  NORTH,
  openDisplayOffice,
  SECOND_MS,
} from "./testing/display-office";

let office: DisplayOffice;
beforeEach(() => {
  office = openDisplayOffice();
});
afterEach(() => office.close());

const known = (token: string | null): boolean => token !== null && office.displays().displayByToken(token) !== null;
const renew = (token: string): string | null => office.displays().renew(token);

describe("a television's token", () => {
  test("[AC65] is renewed when it is a day old: the second before, the second itself; the one before stays good", () => {
    const { token: first } = office.paired("Lobby");
    office.at(DAY_MS - SECOND_MS);
    expect(renew(first)).toBeNull();
    office.at(DAY_MS);
    const second = renew(first);
    expect([known(first), known(second)]).toEqual([true, true]);
    office.at(2 * DAY_MS - SECOND_MS);
    expect(renew(second ?? "")).toBeNull();
    office.at(2 * DAY_MS);
    const third = renew(second ?? "");
    expect([known(first), known(second), known(third)]).toEqual([false, true, true]);
    expect(renew(first)).toBeNull();
  });

  test("[AC65] who comes with the one before never kept its successor: he gets another, that one is dropped", () => {
    const { token: first } = office.paired("Lobby");
    office.at(DAY_MS);
    const lost = renew(first);
    office.pass(5 * MINUTE_MS);
    const second = renew(first);
    expect([known(first), known(lost), known(second)]).toEqual([true, false, true]);
    // And again, for as long as it takes.
    office.pass(5 * MINUTE_MS);
    const third = renew(first);
    expect([known(first), known(second), known(third)]).toEqual([true, false, true]);
  });

  test("[AC65] two requests at once get one new token: whichever answer comes last, the television keeps a good one", () => {
    const { token: first } = office.paired("Lobby");
    office.at(DAY_MS);
    const second = renew(first);
    expect(renew(first)).toBeNull();
    office.at(DAY_MS + 60 * SECOND_MS - 1);
    expect(renew(first)).toBeNull();
    expect(known(second)).toBe(true);
    office.at(DAY_MS + 60 * SECOND_MS);
    expect(renew(first)).not.toBeNull();
    expect(known(second)).toBe(false);
  });

  test("[AC65] a disk that takes nothing keeps no television out: it is renewed when there is room again", () => {
    const { id, token } = office.paired("Lobby");
    const other = office.paired("Canteen").token;
    office.at(DAY_MS);
    office.db.exec("PRAGMA query_only = ON");
    expect(renew(token)).toBeNull();
    office.displays().seen(id, "10.0.0.51");
    expect([known(token), known(other)]).toEqual([true, true]);
    expect(() => office.displays().revoke(id, ANNA)).toThrow("readonly");
    office.db.exec("PRAGMA query_only = OFF");
    expect(renew(token)).not.toBeNull();
  });

  test("nobody's token is nobody's", () => {
    office.paired("Lobby");
    for (const token of ["", "x", "A".repeat(43), "'; --"]) expect([known(token), renew(token)]).toEqual([false, null]);
  });

  test("[AC66] a television unseen for 90 days is given up: the second before, the second itself", () => {
    const { id, token } = office.paired("Lobby");
    office.at(90 * DAY_MS - SECOND_MS);
    expect([known(token), office.displays().displayById(id)?.name]).toEqual([true, "Lobby"]);
    office.displays().tidy();
    expect(office.displays().list()).toHaveLength(1);
    office.at(90 * DAY_MS);
    expect([known(token), office.displays().displayById(id)]).toEqual([false, null]);
    expect([renew(token), office.displays().list()]).toEqual([null, []]);
    const changes = office.changes();
    office.displays().tidy();
    expect(office.changes()).toBe(changes + 1);
    expect(office.trail().at(-1)).toMatchObject({
      act: "display-revoked",
      subject: "Lobby",
      detail: "unseen for 90 days",
    });
    office.at(0);
    expect(known(token)).toBe(false);
  });

  test("[AC66] one that was seen has another 90 days", () => {
    const { id, token } = office.paired("Lobby");
    office.at(89 * DAY_MS);
    office.displays().seen(id, "10.0.0.51");
    office.at(90 * DAY_MS);
    office.displays().tidy();
    expect(known(token)).toBe(true);
    office.at(179 * DAY_MS);
    expect(known(token)).toBe(false);
  });
});

describe("the list of televisions", () => {
  test("[AC67] last seen is written once a minute: the second before, the second itself", () => {
    const { id } = office.paired("Lobby");
    const [before] = office.displays().list();
    const pairedAtMs = before?.lastSeenAtMs ?? 0;
    const seenAfterMs = (ms: number): number => {
      office.at(ms);
      office.displays().seen(id, "10.0.0.51");
      return (office.displays().list()[0]?.lastSeenAtMs ?? 0) - pairedAtMs;
    };
    expect(seenAfterMs(59 * SECOND_MS)).toBe(0);
    expect(office.displays().list()[0]?.lastAddress).toBe("10.0.0.50");
    expect(seenAfterMs(60 * SECOND_MS)).toBe(60 * SECOND_MS);
    expect(office.displays().list()[0]?.lastAddress).toBe("10.0.0.51");
    expect(seenAfterMs(119 * SECOND_MS)).toBe(60 * SECOND_MS);
    // The clock was set back by half an hour: what stands there is not in the future.
    expect(seenAfterMs(-30 * MINUTE_MS)).toBe(-30 * MINUTE_MS);
    office.displays().seen("nobody", "10.0.0.51");
  });

  test("[AC67] says which are connected, as whoever holds the sockets knows it", () => {
    const { id } = office.paired("Lobby");
    office.paired("Canteen");
    office.displays().tellConnected((one) => one === id);
    expect(
      office
        .displays()
        .list()
        .map(({ name, connected }) => [name, connected]),
    ).toEqual([
      ["Canteen", false],
      ["Lobby", true],
    ]);
  });

  test("[AC68] a change is told to who listens and stands in the audit trail; no change does neither", () => {
    const { id, token } = office.paired("Lobby");
    const changes = office.changes();
    const change = { name: " North\u202E hall\n", screenId: boardId("west") };
    expect(office.displays().change(id, change, ANNA)).toMatchObject({
      kind: "changed",
      display: { name: "North hall", screenId: "west" },
    });
    expect(office.displays().displayByToken(token)).toEqual({ displayId: id, name: "North hall", screenId: "west" });
    expect(office.changes()).toBe(changes + 1);
    office.displays().change(id, { name: "North hall" }, ANNA);
    expect(office.changes()).toBe(changes + 1);
    expect(office.trail().map(({ act, subject, detail, actor }) => [act, subject, detail, actor.name])).toEqual([
      ["display-paired", "Lobby", "screen north", "Anna"],
      ["display-changed", "North hall", "name Lobby → North hall, screen north → west", "Anna"],
    ]);
  });

  test("a name that shows nothing is refused, a long one is cut, and codes stay good", () => {
    const { id } = office.paired("Lobby");
    const { code } = office.code();
    for (const name of ["", "  ", "\u200B\u202E\n"]) {
      expect(office.displays().change(id, { name }, ANNA)).toEqual({
        kind: "refused",
        problem: "A display needs a name.",
      });
      expect(office.enter(code, name)).toBe("A display needs a name.");
    }
    expect(office.enter(code, "é̂".repeat(100) + "😀".repeat(2_000))).toBe("paired");
    const name =
      office
        .displays()
        .list()
        .find((one) => one.id !== id)?.name ?? "";
    expect([...new Intl.Segmenter("en").segment(name)]).toHaveLength(64);
    expect(office.displays().change("nobody", { name: "x" }, ANNA)).toMatchObject({ kind: "refused" });
  });

  test("[AC69] one that is withdrawn is gone at once, with its tokens, and who listens is told", () => {
    const { id, token } = office.paired("Lobby");
    office.at(DAY_MS);
    const next = renew(token);
    const changes = office.changes();
    expect(office.displays().revoke(id, ANNA)).toBe(true);
    expect([known(token), known(next), office.displays().displayById(id)]).toEqual([false, false, null]);
    expect(office.displays().list()).toEqual([]);
    expect(office.changes()).toBe(changes + 1);
    expect(office.trail().at(-1)).toMatchObject({ act: "display-revoked", subject: "Lobby", actor: { name: "Anna" } });
    office.displays().seen(id, "10.0.0.51");
    expect(office.displays().revoke(id, ANNA)).toBe(false);
    expect(office.trail().filter(({ act }) => act === "display-revoked")).toHaveLength(1);
  });

  test("[AC69] withdrawn by another process it is gone here too", () => {
    const folder = mkdtempSync(join(tmpdir(), "pickup-displays-"));
    const [here, there] = [1, 2].map(() => openDisplayOffice(join(folder, "access.db")));
    if (here === undefined || there === undefined) throw new Error("two are opened");
    try {
      const { id, token } = here.paired("Lobby");
      expect(there.displays().displayByToken(token)).toEqual({ displayId: id, name: "Lobby", screenId: NORTH });
      there.displays().revoke(id, ANNA);
      expect(here.displays().displayByToken(token)).toBeNull();
      expect(here.displays().renew(token)).toBeNull();
    } finally {
      here.close();
      there.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
