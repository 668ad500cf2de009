import { expect, it } from "vitest";
import { startCentre } from "../../server/http/testing/centre";
import { createFakeFeed } from "../../server/publish/testing/fake-feed";
import { CANARY, canariesIn } from "./canaries";

const broken = (): never => {
  throw new Error(`no such caller ${CANARY.spaced}\n  {"number":"${CANARY.answered}"}\u001b[31m`);
};

it("[PV2] a request that breaks with a number in its hands is answered and logged in one line, without it", async () => {
  const said: string[] = [];
  const feed = { ...createFakeFeed(), contacts: broken, desk: broken, callerBehind: broken };
  const centre = await startCentre({ feed, say: (line) => void said.push(line) });
  const supervisor = centre.as("supervisor");
  const answers = [
    await supervisor.get("/api/v1/boards/main/desk"),
    await supervisor.get("/api/v1/contacts?board=main&figure=offered"),
    await supervisor.post("/api/v1/contacts/number", { board: "main", key: CANARY.answered }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500]);
  expect(answers.flatMap(({ text }) => canariesIn("answer", text))).toEqual([]);
  expect(said).toHaveLength(3);
  for (const line of said) {
    expect(line).toMatch(/^a request failed: Error: no such caller … \{"number":"…"\}/);
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(canariesIn("log", line)).toEqual([]);
  }
  await centre.stop();
});
