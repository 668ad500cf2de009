import { expect, it } from "vitest";
import { decodeSettings } from "../decode";
import { describeProblem } from "../problem";

const decode = (source: string) => decodeSettings(`sources: [{ ${source} }]`, {}, { machineTimeZone: "UTC" });
const problemsWith = (source: string): readonly string[] => {
  const decoded = decode(source);
  return decoded.ok ? [] : decoded.problems.map((problem) => describeProblem(problem, "c.yaml"));
};
const sourcesWith = (source: string) => {
  const decoded = decode(source);
  return decoded.ok ? decoded.settings.sources : [];
};

it("[EV6] a source that is told of over HTTP is quiet for as long as it likes, or for as long as is said", () => {
  expect(sourcesWith("id: crm, kind: http")).toEqual([{ id: "crm", kind: "http", silentAfterMs: null }]);
  expect(sourcesWith("id: crm, kind: http, silentAfterSeconds: 10")).toMatchObject([{ silentAfterMs: 10_000 }]);
  expect(problemsWith("id: crm, kind: http, silentAfterSeconds: 9")).toEqual([
    "c.yaml:1 sources[0].silentAfterSeconds: expected seconds from 10 to 86400, got 9",
  ]);
  expect(problemsWith("id: crm, kind: http, port: 80")).toEqual([expect.stringContaining("there is no such key")]);
});
