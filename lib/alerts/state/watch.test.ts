import { describe, expect, test } from "vitest";
import { createAlertTimeline, ruleOf } from "../../testing/alert-timeline";
import { instant } from "../../testing/scenario";

type Day = ReturnType<typeof createAlertTimeline>;

const WAIT = ruleOf({ kind: "longest-wait", raise: 60_000, clear: 30_000 }, { keepFiringMs: 60_000 });

const heldOf = (day: Day) => day.views().map(({ heldUntilMs, clearSinceMs }) => [heldUntilMs, clearSinceMs]);
const saysOf = (day: Day) => day.views().map(({ evidence }) => evidence);

/** Fires at 09:01:00, is answered at 09:05:00. */
function waited(rules = [WAIT]): Day {
  const day = createAlertTimeline({ rules });
  day.at("09:00:00").offered("first");
  day.at("09:05:00").answered("first");
  day.until("09:00:00");
  return day;
}

describe("what an alert rests on goes no further than it was true", () => {
  test("[AL16] while it holds it goes on; the second it does not, it stands as last read, and since when it is clear", () => {
    const day = waited();
    day.until("09:04:59");
    expect(heldOf(day)).toEqual([[null, null]]);
    const version = day.version();
    day.until("09:05:00");
    expect(heldOf(day)).toEqual([[instant("09:04:59"), instant("09:05:00")]]);
    expect(day.version()).toBe(version + 1);
    day.until("09:05:59");
    expect(heldOf(day)).toEqual([[instant("09:04:59"), instant("09:05:00")]]);
    expect(day.version()).toBe(version + 1);
    expect(saysOf(day)).toEqual([{ kind: "longest-wait", oldestOfferedAtMs: instant("09:00:00") }]);
  });

  test("[AL16] once over, it says what it last truly was, not what it would have been at its end", () => {
    const day = waited();
    day.until("09:05:59");
    expect(day.look(instant("09:06:00"))).toMatchObject([
      { kind: "resolved", past: { resolvedAtMs: instant("09:06:00"), heldUntilMs: instant("09:04:59") } },
    ]);
    const atOnce = waited([{ ...WAIT, keepFiringMs: 0 }]);
    atOnce.until("09:04:59");
    expect(atOnce.look(instant("09:05:00"))).toMatchObject([
      { kind: "resolved", past: { resolvedAtMs: instant("09:05:00"), heldUntilMs: instant("09:04:59") } },
    ]);
  });

  test("[AL16] between, it still holds; and where it holds again, it goes on with what it rests on now", () => {
    const day = waited();
    day.at("09:04:29").offered("second");
    day.until("09:05:00");
    expect(heldOf(day)).toEqual([[null, null]]);
    expect(saysOf(day)).toEqual([{ kind: "longest-wait", oldestOfferedAtMs: instant("09:04:29") }]);
    const again = waited();
    again.at("09:04:31").offered("second");
    again.until("09:05:00");
    expect(heldOf(again)).toEqual([[instant("09:04:59"), instant("09:05:00")]]);
    again.until("09:05:02");
    expect(heldOf(again)).toEqual([[null, null]]);
    expect(saysOf(again)).toEqual([{ kind: "longest-wait", oldestOfferedAtMs: instant("09:04:31") }]);
  });

  test("[AL16] of a source that is heard again nothing is said any more to be missing", () => {
    const day = createAlertTimeline({ rules: [ruleOf({ kind: "no-data" }, { keepFiringMs: 60_000 })] });
    day.feed("connecting");
    day.until("09:00:10");
    expect(heldOf(day)).toEqual([[null, null]]);
    day.feed("live");
    day.until("09:00:40");
    expect(heldOf(day)).toEqual([[instant("09:00:10"), instant("09:00:11")]]);
  });

  test("[AL16] [AL17] frozen, it stands as last read and nobody says that it is clear; unless it was before", () => {
    const day = waited();
    day.until("09:02:00");
    day.feed("down");
    day.until("09:04:00");
    expect(heldOf(day)).toEqual([[instant("09:02:00"), null]]);
    day.feed("live");
    day.until("09:04:01");
    expect(heldOf(day)).toEqual([[null, null]]);
    day.until("09:05:10");
    day.feed("down");
    day.until("09:09:00");
    expect(heldOf(day)).toEqual([[instant("09:04:59"), instant("09:05:00")]]);
  });

  test("[AL16] answered while nobody looked: it goes no further than it was seen", () => {
    const day = waited();
    day.until("09:03:00");
    day.next("09:05:30");
    expect(heldOf(day)).toEqual([[instant("09:03:00"), instant("09:05:30")]]);
  });

  test("[AL16] [AL18] after a restart it is as it was, and counts from when what it says was read", () => {
    const day = waited();
    day.until("09:05:10");
    day.restart();
    expect(heldOf(day)).toEqual([[instant("09:04:59"), instant("09:05:00")]]);
    day.until("09:05:11");
    expect(heldOf(day)).toEqual([[instant("09:04:59"), instant("09:05:00")]]);
    const away = waited();
    away.until("09:02:00");
    away.restart();
    expect(heldOf(away)).toEqual([[instant("09:01:00"), null]]);
    away.next("09:05:20");
    expect(heldOf(away)).toEqual([[instant("09:01:00"), instant("09:05:20")]]);
  });

  test("[AL16] that it is clear, and that it is not any more, is kept each time; nothing else is", () => {
    const day = waited();
    day.at("09:05:10").offered("second");
    day.until("09:04:59");
    const kinds: string[] = [];
    for (let atMs = instant("09:05:00"); atMs <= instant("09:06:20"); atMs += 1_000)
      kinds.push(...day.look(atMs).map(({ kind }) => kind));
    expect(kinds).toEqual(["turned", "turned"]);
  });
});
