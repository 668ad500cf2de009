import { describe, expect, it } from "vitest";
import { aName, oneOf, readQuery, required, wholeNumber } from "./query";

const SPEC = {
  board: required(aName(null)),
  queue: aName(null),
  minutes: oneOf([15, 30, 60], null),
  limit: wholeNumber(1, 500, 100),
};
const read = (query: string) => {
  const answer = readQuery(`/api/v1/contacts${query}`, SPEC);
  return answer.kind === "read" ? answer.values : null;
};
const detailOf = (query: string): string => {
  const answer = readQuery(`/api/v1/contacts${query}`, SPEC);
  if (answer.kind === "read") throw new Error(`${query} was read`);
  expect(answer.reply.status).toBe(400);
  expect(answer.reply.headers["content-type"]).toBe("application/problem+json");
  return (JSON.parse(answer.reply.body.toString()) as { detail: string }).detail;
};

describe("a query string", () => {
  it("gives each value, and what holds where a parameter is left out", () => {
    expect(read("?board=main&queue=support&minutes=15&limit=7")).toEqual({
      board: "main",
      queue: "support",
      minutes: 15,
      limit: 7,
    });
    expect(read("?board=main")).toEqual({ board: "main", queue: null, minutes: null, limit: 100 });
  });

  it("is decoded as a form is", () => {
    expect(read("?board=main&queue=Support+%26+Caf%C3%A9")?.queue).toBe("Support & Café");
    expect(read("?board=__proto__")?.board).toBe("__proto__");
  });

  it("says what was expected and what came, of every parameter at once", () => {
    expect(detailOf("?board=&minutes=20&limit=501")).toBe(
      'board must be a name; "" came. minutes must be 15, 30 or 60; "20" came. limit must be a whole number from 1 to 500; "501" came.',
    );
    expect(detailOf("")).toBe("board must be a name; it is missing.");
    expect(detailOf("?board=a&board=b")).toBe("board must be a name; it came 2 times.");
    expect(detailOf("?board=a&minute=15")).toBe('"minute" is no parameter here (board, queue, minutes, limit).');
  });

  it("takes no number that is not spelt as one", () => {
    for (const text of ["0", "-1", "1.5", "1e2", " 5", "0x5", "99999999999999999999", "NaN", ""]) {
      expect([text, read(`?board=main&limit=${encodeURIComponent(text)}`)]).toEqual([text, null]);
    }
    expect([read("?board=m&limit=1")?.limit, read("?board=m&limit=500")?.limit]).toEqual([1, 500]);
  });

  it("repeats little of what came, and no name of an object as a parameter", () => {
    expect(detailOf(`?board=main&limit=${"9".repeat(5_000)}`).length).toBeLessThan(150);
    expect(detailOf("?board=main&constructor=1")).toContain('"constructor" is no parameter here');
  });
});
