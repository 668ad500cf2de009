import { afterAll, beforeAll, expect, it } from "vitest";
import { PASSWORD } from "../../access/testing/opened-access";
import { createBrowser } from "../testing/browser";
import { type Office, openOffice } from "./testing/office";
import { newAccount } from "./testing/people";

const GUESSES = 1_000;
const AT_ONCE = 20;
const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Attempt = { readonly name: string; readonly address: string; readonly device?: string };

async function statusOf({ name, address, device }: Attempt, password = "not the password"): Promise<number> {
  const cookies = device === undefined ? {} : { pickup_device: device };
  return (await createBrowser({ port: office.port, address, cookies }).post("/api/v1/session", { name, password }))
    .status;
}

/** How the guesses were answered, in order; several are always under way at once, as who attacks has them. */
async function guess(count: number, of: (index: number) => Attempt): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const indices = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => from + index);
    statuses.push(...(await Promise.all(indices.map((index) => statusOf(of(index))))));
  }
  return statuses;
}

/** How many passwords were really compared: each of them stands in the audit trail, the others do not. */
function comparedSoFar(): number {
  return [...office.access.auditTrail.all()].filter(({ act }) => act === "sign-in-failed").length;
}

/** Somebody who has signed in before, from where he is, and the browser that he did it with. */
async function owner(): Promise<{ readonly name: string; readonly device: string }> {
  const { name } = await newAccount(office.access, "supervisor");
  const browser = createBrowser({ port: office.port, address: `198.51.100.${(owners += 1)}` });
  expect((await browser.post("/api/v1/session", { name, password: PASSWORD })).status).toBe(200);
  return { name, device: browser.cookie("pickup_device") ?? "" };
}
let owners = 0;

type Attack = {
  readonly what: string;
  /** Whom it is about besides the one who is guessed at. */
  readonly addresses: number;
  readonly of: (index: number, name: string) => Attempt;
  /** How many may be looked at: ten, and two for each address that has not failed. */
  readonly most: number;
};
const FEW = 10;
const ATTACKS: readonly Attack[] = [
  { what: "one address, one account", addresses: 1, of: (_, name) => ({ name, address: "203.0.113.1" }), most: 10 },
  {
    what: "one address, 200 accounts",
    addresses: 1,
    of: (index, name) => ({ name: index % 200 === 0 ? name : `somebody ${index % 200}`, address: "203.0.113.2" }),
    most: 10,
  },
  {
    what: "one IPv6 network, one account",
    addresses: 1,
    of: (index, name) => ({ name, address: `2001:db8:1:2:${index.toString(16)}::1` }),
    most: 10,
  },
  {
    what: `${FEW} addresses, one account`,
    addresses: FEW,
    of: (index, name) => ({ name, address: `203.0.114.${index % FEW}` }),
    most: 10 + 2 * FEW,
  },
  {
    what: "100 addresses, one account",
    addresses: 100,
    of: (index, name) => ({ name, address: `203.0.115.${index % 100}` }),
    most: 10 + 2 * 100,
  },
];

const figures: Record<string, Readonly<Record<string, number | string>>> = {};
// One place says all of them, for whoever wants to quote them.
afterAll(() => console.table(figures));

it.each(ATTACKS)("[AC24] [AC25] [AC26] 1,000 guesses: $what", async ({ what, of, most, addresses }) => {
  const { name, device } = await owner();
  const [before, startedMs] = [comparedSoFar(), performance.now()];
  const statuses = await guess(GUESSES, (index) => of(index, name));
  const tookMs = performance.now() - startedMs;
  const lookedAt = statuses.filter((status) => status === 401).length;
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect([lookedAt, comparedSoFar() - before]).toEqual([lookedAt, lookedAt]);
  expect(lookedAt).toBeLessThanOrEqual(most);

  // Whoever was guessed at comes in, at once: from elsewhere, and by his own browser even from where the guesses came.
  const attacker = of(0, name);
  expect(await statusOf({ name, address: "198.51.100.200" }, PASSWORD)).toBe(200);
  expect(await statusOf({ ...attacker, device }, PASSWORD)).toBe(200);

  // The clock has stood still: all of it was within the first second. The right password waits no longer than others.
  expect(await statusOf(attacker, PASSWORD)).toBe(429);
  office.pass(QUARTER_MS - 1_000);
  expect(await statusOf(attacker, PASSWORD)).toBe(429);
  office.pass(1_000);
  expect(await statusOf(attacker)).toBe(401);
  expect(await statusOf(attacker, PASSWORD)).toBe(200);
  figures[what] = {
    addresses,
    guesses: GUESSES,
    "looked at": lookedAt,
    "most allowed": most,
    "owner elsewhere": "in at once",
    "owner's browser": "in at once",
    "that address again after": "15:00 min",
    "took (ms)": Math.round(tookMs),
  };
  office.pass(QUARTER_MS);
});
