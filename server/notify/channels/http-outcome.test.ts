import { describe, expect, it } from "vitest";
import { NINE_MS } from "../testing/some-news";
import { httpOutcome, retryAfterMs } from "./http-outcome";

const URL_OF_SLACK = "https://hooks.slack.example/services/T00000000/B00000000/XXXXXXXXXXXX?sig=abcdefghij";
const answered = (status: number, text = "", retryAfter: string | null = null) =>
  httpOutcome({ kind: "answered", status, text, retryAfter }, URL_OF_SLACK, NINE_MS);

describe("[NO6] what an answer means", () => {
  it.each([
    [200, "delivered"],
    [202, "delivered"],
    [204, "delivered"],
    [301, "later"],
    [400, "refused"],
    [401, "later"],
    [403, "later"],
    [404, "later"],
    [408, "later"],
    [410, "later"],
    [413, "refused"],
    [422, "refused"],
    [429, "later"],
    [500, "later"],
    [503, "later"],
  ])("%i: %s", (status, kind) => {
    expect(answered(status).kind).toBe(kind);
  });

  it.each([
    { kind: "forbidden", why: "the address is not https" },
    { kind: "unanswered", why: "nobody listens there" },
  ] as const)("none at all: later, %j", (asked) => {
    const outcome = { kind: "later", afterMs: null, status: null, answer: asked.why };
    expect(httpOutcome(asked, URL_OF_SLACK, NINE_MS)).toEqual(outcome);
  });

  it.each([
    ["30", 30_000],
    ["0", 0],
    [" 5 ", 5_000],
    ["Mon, 23 Nov 2026 08:01:30 GMT", 90_000],
    ["Mon, 23 Nov 2026 07:00:00 GMT", 0],
    ["-1", null],
    ["1.5", null],
    ["soon", null],
    ["2026", 2_026_000],
    ["99999999999999999999", null],
    ["", null],
    [null, null],
  ])("Retry-After %j is %j ms", (text, ms) => {
    expect(retryAfterMs(text, NINE_MS)).toBe(ms);
    expect(answered(429, "", text)).toMatchObject({ kind: "later", afterMs: ms });
  });
});

describe("[NO7] what is shown of an answer", () => {
  it("is its beginning, in one line", () => {
    expect(answered(500, "  a\r\nb\u001b[1m\u202e ").answer).toBe("a b\\u{1b}[1m\\u{202e}");
    expect(answered(500, "x".repeat(999)).answer).toHaveLength(200);
  });

  it.each([
    `no such hook: ${URL_OF_SLACK}`,
    "no route for /services/T00000000/B00000000/XXXXXXXXXXXX",
    "unknown token XXXXXXXXXXXX, signature abcdefghij",
  ])("holds no part of the address: %s", (text) => {
    expect(answered(404, text).answer).not.toMatch(/T00000000|B00000000|XXXXXXXXXXXX|abcdefghij/);
  });
});
