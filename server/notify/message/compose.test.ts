import { describe, expect, it } from "vitest";
import { MESSAGE_WORDS } from "../../../lib/words/alerts/message-words";
import { SAY_WORDS } from "../../../lib/words/alerts/say-words";
import { createFormats } from "../../../lib/words/formats";
import { LANGUAGES } from "../../../lib/words/language";
import { dated, STYLE } from "../testing/parts";
import { fired, NINE_MS, resolved } from "../testing/some-news";
import { composeMessage, composeTest } from "./compose";
import type { MessageStyle } from "./entry";

const compose = (news: Parameters<typeof dated>[0], style: MessageStyle = STYLE, nowMs = NINE_MS) =>
  composeMessage(dated(news), style, nowMs);

const idOf = (news: Parameters<typeof dated>[0], nowMs: number): string => compose(news, STYLE, nowMs).id;

describe("[NO29] how a message is worded", () => {
  it("one that fired: what, on what it rests, since when", () => {
    const { headline, entries, from } = compose([fired("a")]);
    expect(headline).toBe("Warning – Support: service level");
    expect(entries).toEqual([
      {
        look: "warning",
        title: "Warning – Support: service level",
        says: "11 of 38 late in 15 min, since 09:00",
        lines: [],
      },
    ]);
    expect(from).toBe("Pickup · Acme");
  });

  it("one that is over: why, and how long it was", () => {
    const { entries } = compose([resolved("a")]);
    expect(entries).toEqual([
      { look: "resolved", title: "Resolved – Support: service level", says: "back to normal, after 1:00", lines: [] },
    ]);
  });

  it("several: in their order, the worst at the head and how many more", () => {
    const news = [fired("a"), resolved("a"), fired("b", { severity: "critical", subjectName: "" }), fired("c")];
    const { headline, entries } = compose(news);
    expect(headline).toBe("Critical – Whole site: service level (+3)");
    expect(entries.map(({ look }) => look)).toEqual(["warning", "resolved", "critical", "warning"]);
  });

  it("told a day later, it says of which day it speaks, and waits are those of then", () => {
    const evidence = { kind: "longest-wait", oldestOfferedAtMs: NINE_MS - 65_000 } as const;
    const news = [fired("a", { condition: "longest-wait", evidence })];
    expect(compose(news, STYLE, NINE_MS + 26 * 3_600_000).entries[0]?.says).toBe(
      "longest wait 1:05, since Mon 23 Nov 09:00",
    );
  });

  it("the same news have the same id, other news another", () => {
    expect(idOf([fired("a")], NINE_MS)).toBe(idOf([fired("a")], NINE_MS + 99_000));
    const ids = [[fired("a")], [resolved("a")], [fired("b")], [fired("a"), fired("b")], [fired("b"), fired("a")]];
    expect(new Set(ids.map((news) => idOf(news, NINE_MS))).size).toBe(ids.length);
  });

  it.each(LANGUAGES)("in %s it has words for all of it, the test too", (language) => {
    const style = {
      ...STYLE,
      say: SAY_WORDS[language],
      message: MESSAGE_WORDS[language],
      formats: createFormats(language),
    };
    const { entries } = compose([fired("a"), resolved("a")], style);
    const [test] = composeTest(style, NINE_MS).entries;
    for (const { title, says } of [...entries, test ?? { title: "", says: "" }]) {
      expect(title).not.toBe("");
      expect(says).toMatch(/^\S.*\S$/);
    }
  });

  it("a name of any length leaves a message of its size", () => {
    const long = "👩‍👩‍👧‍👦".repeat(5_000);
    const { entries } = compose([fired("a", { subjectName: long })]);
    expect(entries[0]?.title.length).toBeLessThanOrEqual(140);
  });
});
