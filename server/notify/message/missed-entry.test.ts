import { describe, expect, it } from "vitest";
import { queueId } from "../../../lib/vocabulary";
import { createFormats } from "../../../lib/words/formats";
import { LANGUAGES } from "../../../lib/words/language";
import { INBOX_WORDS } from "../../../lib/words/missed/inbox-words";
import type { MissedNews } from "../channel";
import { dated, STYLE } from "../testing/parts";
import { fired, missedNews, NINE_MS, someCaller } from "../testing/some-news";
import { composeMessage } from "./compose";
import type { MessageStyle } from "./entry";

const ZOE = someCaller("caller 4711");
const compose = (news: readonly MissedNews[], style: MessageStyle = STYLE, nowMs = NINE_MS) =>
  composeMessage(dated(news), style, nowMs);

const idOf = (news: readonly MissedNews[], nowMs = NINE_MS): string => compose(news, STYLE, nowMs).id;

describe("[RE65] how missed callers are told of", () => {
  it("one: the end of the number, the queue, what is known, until when, and as of when", () => {
    const { headline, entries, link, from } = compose([missedNews("m1", [ZOE])]);
    expect(headline).toBe("Missed: •••4711, Support");
    expect(entries).toEqual([
      {
        look: "notice",
        title: "Missed: •••4711, Support",
        says: "3 tries, last 08:58, waited 2:10, gave up, due 10:50, as of 09:00",
        lines: [],
      },
    ]);
    expect(link).toEqual({ url: "https://wall.example/missed?list=open&queue=support", says: "Open the missed calls" });
    expect(from).toBe("Pickup · Acme");
  });

  it("who asked for a call, with the source's reason; and of whom nobody knows a number any more", () => {
    const asked = someCaller("gone", {
      tries: 1,
      why: "overflowed",
      reason: "key",
      callback: true,
      longestWaitMs: null,
    });
    const { entries } = compose([missedNews("m1", [asked])]);
    expect(entries[0]).toMatchObject({
      title: "Missed: number not shown, Support",
      says: "1 try, 08:58, left by key, asked for a call, due 10:50, as of 09:00",
    });
  });

  it("without a number, together; the link shows those", () => {
    const { entries, link } = compose([missedNews("m1", [someCaller(null), someCaller(null, { tries: 1 })])]);
    expect(entries).toEqual([
      {
        look: "notice",
        title: "Missed: 2 callers without a number, Support",
        says: "as of 09:00",
        lines: [
          "number withheld, Support: 3 tries, last 08:58, waited 2:10, gave up",
          "number withheld, Support: 1 try, 08:58, waited 2:10, gave up",
        ],
      },
    ]);
    expect(link?.url).toBe("https://wall.example/missed?list=withheld&queue=support");
  });

  it("a list: how many, each of twenty, and how many more; of several queues the link names none", () => {
    const many = Array.from({ length: 24 }, (_, index) =>
      someCaller(`caller ${1_000 + index}`, index === 0 ? { queueId: queueId("sales"), queueName: "Sales" } : {}),
    );
    const { entries, link } = compose([missedNews("m1", [...many, someCaller(null)], "morning")]);
    const [{ title, lines } = { title: "", lines: [] }] = entries;
    expect(title).toBe("Called while closed: 25 callers, 1 of them without a number");
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      21,
      "•••1000, Sales: 3 tries, last 08:58, waited 2:10, gave up, due 10:50",
      "5 more",
    ]);
    expect(link?.url).toBe("https://wall.example/missed?list=open");
  });

  it("reminders look graver, and the worst of several is the headline", () => {
    const news = [missedNews("m1", [ZOE]), missedNews("m2", [ZOE], "due-soon"), missedNews("m3", [ZOE], "overdue")];
    const { headline, entries } = compose(news);
    expect(headline).toBe("Not called back in time: •••4711, Support (+2)");
    expect(entries.map(({ look, title }) => [look, title])).toEqual([
      ["notice", "Missed: •••4711, Support"],
      ["warning", "Call back soon: •••4711, Support"],
      ["critical", "Not called back in time: •••4711, Support"],
    ]);
  });

  it("told a day later it says of which day it speaks; without an address there is no link", () => {
    const { entries, link } = compose([missedNews("m1", [ZOE])], { ...STYLE, address: null }, NINE_MS + 26 * 3_600_000);
    expect(entries[0]?.says).toBe(
      "3 tries, last Mon 23 Nov 08:58, waited 2:10, gave up, due Mon 23 Nov 10:50, as of Mon 23 Nov 09:00",
    );
    expect(link).toBeNull();
  });

  it("the same news have the same id, other news another; alerts are none of them", () => {
    expect(idOf([missedNews("m1", [ZOE])])).toBe(idOf([missedNews("m1", [ZOE])], NINE_MS + 99_000));
    expect(idOf([missedNews("m1", [ZOE])])).not.toBe(idOf([missedNews("m2", [ZOE])]));
    expect(composeMessage(dated([fired("a")]), STYLE, NINE_MS).link).toBeNull();
  });

  it.each(LANGUAGES)("in %s it has words for all of it", (language) => {
    const style = { ...STYLE, missed: INBOX_WORDS[language], formats: createFormats(language) };
    for (const kind of ["missed", "morning", "due-soon", "overdue"] as const) {
      const { entries, link } = compose([missedNews("m1", [ZOE, ZOE, someCaller(null)], kind)], style);
      for (const text of [link?.says ?? "", ...entries.flatMap(({ title, says, lines }) => [title, says, ...lines])])
        expect(text).toMatch(/^\S.*\S$/);
    }
  });
});
