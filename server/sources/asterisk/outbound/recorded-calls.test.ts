import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inPiecesOf, replay } from "../testing/replay";

/** Number, agent, how it was called; in the order of the answers. */
type Expected = {
  readonly reached: readonly (readonly [string, string | null, string])[];
  readonly notReached: readonly (readonly [string, string])[];
};

const FIXTURES = new URL("../../../fixtures/", import.meta.url);
const unpacked = (name: string): Buffer => gunzipSync(readFileSync(new URL(name, FIXTURES)));
const expected = JSON.parse(readFileSync(new URL("asterisk22-outbound/expected.json", FIXTURES), "utf8")) as Expected;
const recording = unpacked("asterisk22-outbound/ami-1.txt.gz");

function answeredIn(...connections: readonly Buffer[]) {
  const { events, problems } = replay(connections, null);
  expect(problems).toEqual([]);
  return events.flatMap((told) => (told.event.type === "outbound.answered" ? [{ ...told, event: told.event }] : []));
}

describe("calls to the outside on a recorded Asterisk 22", () => {
  const answered = answeredIn(recording);

  it("[RE20] each that was answered is told once, with the number and the agent", () => {
    expect(answered.map(({ event }) => [event.caller?.number, event.agentId])).toEqual(
      expected.reached.map(([number, agentId]) => [number, agentId]),
    );
  });

  it("[RE21] what else was dialled is not", () => {
    const numbers = answered.map(({ event }) => event.caller?.number);
    for (const [number, how] of expected.notReached) expect(numbers, how).not.toContain(number);
  });

  it("[TI5] the same again under the same keys, however the stream is cut", () => {
    const { events } = replay([recording], null, inPiecesOf(997));
    const keys = events.flatMap(({ event, sourceKey }) => (event.type === "outbound.answered" ? [sourceKey] : []));
    expect(keys).toEqual(answered.map(({ sourceKey }) => sourceKey));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(["asterisk22-smoke", "asterisk22-a"])(
    "[RE21] none of a day in which nobody called out: %s, with its queues, transfers and own calls inside",
    (name) => {
      const connections = ["ami-1.txt.gz", "ami-2.txt.gz"].map((file) => unpacked(`${name}/${file}`));
      expect(connections.join("")).toContain("Event: DialEnd");
      expect(answeredIn(...connections)).toEqual([]);
    },
  );
});
