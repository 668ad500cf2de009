import { expect, test } from "@playwright/test";
import type { MissedActReply, MissedPage } from "../../lib/recovery/missed-api";
import { type MissedSite, startMissedSite } from "../missed/missed-site";
import { until } from "../harness";

type Session = Awaited<ReturnType<MissedSite["person"]>>;

let site: MissedSite;
let ada: Session;
let ben: Session;
test.beforeAll(async () => {
  site = await startMissedSite();
  [ada, ben] = [await site.person("Ada"), await site.person("Ben")];
});
test.afterAll(() => site.stop());

const headersOf = ({ name, value }: Session) => ({
  cookie: `${name}=${value}`,
  origin: site.url,
  "content-type": "application/json",
});

async function list(name: string, who: Session): Promise<MissedPage> {
  const response = await fetch(`${site.url}/api/v1/missed?list=${name}`, { headers: headersOf(who) });
  return (await response.json()) as MissedPage;
}
const act = (who: Session, id: string, what: string, body?: object): Promise<Response> =>
  fetch(`${site.url}/api/v1/missed/${id}/${what}`, {
    method: "POST",
    headers: headersOf(who),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test("[RE4] kill -9 between claim and close loses nothing, and after the close neither", async () => {
  await site.miss(["+49301234501"]);
  const row = await until("somebody was missed", async () => (await list("open", ada)).rows[0] ?? null);
  const claimed = await act(ada, row.id, "claim");
  expect(claimed.status).toBe(200);
  const { row: mine } = (await claimed.json()) as MissedActReply;
  await site.killAndStart();
  expect((await list("mine", ada)).rows).toMatchObject([{ id: row.id, claim: { ...mine.claim, mine: true } }]);
  expect((await act(ben, row.id, "close", { result: "reached" })).status).toBe(409);
  expect((await act(ada, row.id, "attempt", { result: "busy" })).status).toBe(200);
  expect((await act(ada, row.id, "close", { result: "reached" })).status).toBe(200);
  await site.killAndStart();
  const [ended] = (await list("ended", ben)).rows;
  expect(ended).toMatchObject({
    id: row.id,
    tried: [{ by: "Ada", result: "busy" }],
    end: { kind: "closed", result: "reached", by: "Ada", inTime: true },
  });
  expect((await list("open", ada)).rows).toEqual([]);
  expect((await act(ada, row.id, "close", { result: "not-needed" })).status).toBe(409);
});

test("[RE4] twenty times at once: one wins, the other is told who", async () => {
  await site.miss(Array.from({ length: 20 }, (_, at) => `+493098765${String(at).padStart(2, "0")}`));
  const rows = await until("all were missed", async () => {
    const page = await list("open", ada);
    return page.total === 20 ? page.rows : null;
  });
  const wins = { Ada: 0, Ben: 0 };
  for (const [at, { id }] of rows.entries()) {
    const both = at % 2 === 0 ? [ada, ben] : [ben, ada];
    const answers = await Promise.all(both.map((who) => act(who, id, "claim")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as MissedActReply));
    const [winner, loser] = answers[0]?.status === 200 ? bodies : bodies.toReversed();
    expect(winner?.row.claim?.mine).toBe(true);
    expect(loser?.row.claim).toEqual({ ...winner?.row.claim, mine: false });
    wins[winner?.row.claim?.by as keyof typeof wins] += 1;
  }
  expect(wins.Ada + wins.Ben).toBe(20);
});
