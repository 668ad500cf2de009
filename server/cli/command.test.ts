import { describe, expect, it } from "vitest";
import { readArgs } from "./command";

const SHAPE = {
  options: { json: { type: "boolean" }, until: { type: "string" }, "queue-log": { type: "string" } },
  positionals: { min: 1, max: 2, what: "a FILE" },
} as const;

const problemOf = (...args: string[]): string | null => {
  const parsed = readArgs(args, SHAPE);
  return parsed.ok ? null : parsed.problem;
};

describe("a command's arguments", () => {
  it("come out by name, files apart", () => {
    const parsed = readArgs(["a.txt", "--json", "--queue-log=q", "--", "-b.txt"], SHAPE);
    expect(parsed).toMatchObject({
      ok: true,
      values: { json: true, "queue-log": "q" },
      positionals: ["a.txt", "-b.txt"],
    });
  });

  it.each([
    [["a", "--jsn"], 'there is no option --jsn – did you mean "--json"?'],
    [["a", "--xyzzy"], "there is no option --xyzzy"],
    [["a", "-x"], "there is no option -x"],
    [["a", "--until"], "--until wants a value after it, and none is there"],
    [["a", "--until", "--json"], "--until wants a value after it, and none is there"],
    [["a", "--json=3"], "--json stands alone: it takes no value"],
    [[], "a FILE is missing"],
    [["a", "b", "c"], 'what is "c" for? It takes a FILE'],
  ])("%j: one line says %s", (args, problem) => {
    expect(problemOf(...args)).toBe(problem);
  });
});
