import { afterEach, beforeEach, expect, it } from "vitest";
import { PASSWORD } from "../../../../access/testing/opened-access";
import { type Centre, startCentre } from "../../../testing/centre";

let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const who = { name: "lead", password: PASSWORD };
const acts = () => [...centre.access.auditTrail.all()].map(({ act }) => act).reverse();

it("[AC23] signs in and out; the cookies cannot be read by scripts, and cross encrypted only where they came so", async () => {
  const browser = centre.as("nobody");
  const inAnswer = await browser.post("/api/v1/session", who);
  expect(inAnswer.status).toBe(200);
  expect(inAnswer.json).toMatchObject({ kind: "person", name: "lead", role: "lead", queueIds: ["support"] });
  expect(inAnswer.setCookies.map((line) => line.replace(/=[\w-]{43};/, "=…;"))).toEqual([
    "pickup_session=…; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax",
    "pickup_device=…; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax",
  ]);
  const old = centre.as("nobody");
  expect((await browser.get("/api/v1/me")).json).toEqual(inAnswer.json);

  const held = browser.socketHeaders()["cookie"] ?? "";
  const out = await browser.delete("/api/v1/session");
  expect([out.status, browser.cookie("pickup_session")]).toEqual([204, null]);
  expect(browser.cookie("pickup_device")).not.toBeNull();
  // Whoever kept the cookie is nobody with it.
  const kept = await old.ask("GET", "/api/v1/me", { headers: { cookie: held } });
  expect(kept.json).toMatchObject({ kind: "nobody" });
  expect((await browser.delete("/api/v1/session")).status).toBe(401);
  expect(acts().slice(0, 2)).toEqual(["signed-out", "signed-in"]);

  const encrypted = await browser.ask("POST", "/api/v1/session", {
    body: who,
    origin: `https://127.0.0.1:${centre.port}`,
    headers: { "x-forwarded-proto": "https" },
  });
  expect(encrypted.setCookies.every((line) => line.endsWith("; Secure"))).toBe(true);
});

it("[AC21] signing in again ends the session that the browser came with", async () => {
  const browser = centre.as("lead");
  const before = browser.cookie("pickup_session") ?? "";
  await browser.post("/api/v1/session", who);
  expect(browser.cookie("pickup_session")).not.toBe(before);
  expect(centre.access.principalOf({ session: before, display: null, bearer: null }).kind).toBe("nobody");
});

it("[AC26] the browser of a workstation stays the one it was, whoever signs in or changes his password there", async () => {
  const browser = centre.as("nobody");
  await browser.post("/api/v1/session", who);
  const device = browser.cookie("pickup_device");
  await browser.post("/api/v1/session", { ...who, name: "analyst" });
  expect((await browser.put("/api/v1/me/password", { current: PASSWORD, next: "other-oak-bridge-42" })).status).toBe(
    204,
  );
  expect(browser.cookie("pickup_device")).toBe(device);
});

it("[AC13] an unknown name and a wrong password are answered by the same bytes", async () => {
  const browser = centre.as("nobody");
  const wrong = await browser.post("/api/v1/session", { ...who, password: "something else" });
  const unknown = await browser.post("/api/v1/session", { name: "nobody known", password: PASSWORD });
  const plain = ({ status, text, headers }: typeof wrong) => [
    status,
    text,
    [...headers].filter(([name]) => name !== "date"),
  ];
  expect(wrong.status).toBe(401);
  expect(plain(wrong)).toEqual(plain(unknown));
  expect(wrong.setCookies).toEqual([]);
});

it("[AC24] after ten wrong passwords nobody is looked at for 15 minutes, but whoever signed in there before", async () => {
  const owner = centre.as("nobody", { address: "192.0.2.7" });
  await owner.post("/api/v1/session", who);
  await owner.delete("/api/v1/session");

  const guesser = centre.as("nobody", { address: "198.51.100.1" });
  const statuses: number[] = [];
  for (let n = 1; n <= 10; n += 1) {
    statuses.push((await guesser.post("/api/v1/session", { ...who, password: `guess number ${n}` })).status);
  }
  expect(statuses).toEqual(Array.from({ length: 10 }, () => 401));
  const held = await guesser.post("/api/v1/session", who);
  expect([held.status, held.headers.get("retry-after")]).toEqual([429, "900"]);
  expect(held.json).toMatchObject({ detail: expect.stringContaining("in 15 minutes") as string });

  expect((await owner.post("/api/v1/session", who)).status).toBe(200);
  centre.clock.advance(15 * MINUTE_MS - 1);
  expect((await guesser.post("/api/v1/session", who)).headers.get("retry-after")).toBe("1");
  centre.clock.advance(1);
  expect((await guesser.post("/api/v1/session", who)).status).toBe(200);
});

it("[AC22] a session ends after 12 hours without a request", async () => {
  const browser = centre.as("lead");
  centre.clock.advance(12 * HOUR_MS - MINUTE_MS);
  expect((await browser.get("/api/v1/me")).json).toMatchObject({ kind: "person" });
  centre.clock.advance(12 * HOUR_MS - 1);
  expect((await browser.get("/api/v1/me")).json).toMatchObject({ kind: "person" });
  centre.clock.advance(12 * HOUR_MS);
  expect((await browser.get("/api/v1/me")).json).toMatchObject({ kind: "nobody" });
});

it("[AC17] a new password ends every session of its owner, and opens one where he is", async () => {
  const browser = centre.as("lead");
  const elsewhere = centre.as("nobody");
  await elsewhere.post("/api/v1/session", who);
  const change = (current: string, next: string) => browser.put("/api/v1/me/password", { current, next });

  const wrong = await change("something else", "a kettle for wednesdays");
  expect([wrong.status, wrong.setCookies]).toEqual([409, []]);
  expect((await change(PASSWORD, "short")).json).toMatchObject({ status: 400, problems: [{ field: "next" }] });
  expect((await elsewhere.get("/api/v1/me")).json).toMatchObject({ kind: "person" });

  const before = browser.cookie("pickup_session") ?? "";
  expect((await change(PASSWORD, "a kettle for wednesdays")).status).toBe(204);
  expect((await browser.get("/api/v1/me")).json).toMatchObject({ kind: "person", name: "lead" });
  expect((await elsewhere.get("/api/v1/me")).json).toMatchObject({ kind: "nobody" });
  expect(centre.access.principalOf({ session: before, display: null, bearer: null }).kind).toBe("nobody");
  expect((await elsewhere.post("/api/v1/session", who)).status).toBe(401);
  expect(acts()).toContain("password-changed");
});

it("what is sent to sign in is named where it is wrong, and a password is never repeated", async () => {
  const browser = centre.as("nobody");
  const answer = await browser.post("/api/v1/session", { nam: "lead", password: 12_345_678 });
  expect(answer.json).toMatchObject({
    status: 400,
    detail:
      'name must be a text of up to 1000 characters; it is missing. password must be a text of up to 1000 characters; what came is not repeated here. "nam" is no field here.',
  });
  expect(answer.text).not.toContain("12345678");
  expect((await browser.post("/api/v1/session")).status).toBe(400);
});
