import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setTimeout as after } from "node:timers/promises";
import { startDeadMansSwitch } from "./dead-mans-switch";
import { createManualTime, type ManualTime } from "./testing/manual-time";
import { OUTGOING } from "./testing/parts";
import { openReceiver, type Receiver } from "./testing/receiver";
import { NINE_MS } from "./testing/some-news";

let receiver: Receiver;
let status = 200;
let time: ManualTime;
let said: string[] = [];
beforeEach(async () => {
  status = 200;
  said = [];
  time = createManualTime(NINE_MS);
  receiver = await openReceiver((response) => void response.writeHead(status).end());
});
afterEach(() => receiver.close());

const start = (isWell: () => boolean, privateAddresses = true) =>
  startDeadMansSwitch({
    url: `${receiver.url}/ping/secret`,
    outgoing: { ...OUTGOING, privateAddresses },
    clock: time.clock,
    pause: time.pause,
    isWell,
    say: (line) => void said.push(line),
  });

/** Time passes, then real answers have come. */
async function advance(ms: number): Promise<void> {
  await time.advance(ms);
  await after(30);
  await time.advance(0);
}

describe("[NO27] the dead man's switch", () => {
  it("asks at once and every minute: the second before, itself, after", async () => {
    const sw = start(() => true);
    await advance(0);
    expect(receiver.received).toMatchObject([{ method: "GET", path: "/ping/secret", body: "" }]);
    await advance(59_999);
    expect(receiver.received).toHaveLength(1);
    await advance(1);
    expect(receiver.received).toHaveLength(2);
    expect(sw.state()).toEqual({ lastAnsweredAtMs: NINE_MS + 60_000, problem: null });
    await advance(60_000);
    expect(receiver.received).toHaveLength(3);
    await sw.stop();
    await advance(300_000);
    expect(receiver.received).toHaveLength(3);
  });

  it("asks nobody while not all is well; looks each second for the first time that it is, then every minute", async () => {
    let isWell = false;
    const sw = start(() => isWell);
    await advance(0);
    await advance(120_000);
    expect([receiver.received.length, sw.isOk()]).toEqual([0, false]);
    isWell = true;
    await advance(999);
    expect(receiver.received).toHaveLength(0);
    await advance(1);
    expect([receiver.received.length, sw.isOk()]).toEqual([1, true]);
    isWell = false;
    await advance(60_000);
    isWell = true;
    await advance(59_999);
    expect([receiver.received.length, sw.isOk()]).toEqual([1, false]);
    await advance(1);
    expect([receiver.received.length, sw.isOk()]).toEqual([2, true]);
    await sw.stop();
  });

  it("an answer that is none is a problem until the next, without the address", async () => {
    status = 404;
    const sw = start(() => true);
    await advance(0);
    expect(sw.state()).toEqual({ lastAnsweredAtMs: null, problem: "answered 404" });
    await advance(60_000);
    expect([sw.isOk(), said]).toEqual([false, ["The dead man's switch is not reached (answered 404)."]]);
    status = 200;
    await advance(60_000);
    expect(sw.state()).toEqual({ lastAnsweredAtMs: NINE_MS + 120_000, problem: null });
    expect([sw.isOk(), said.slice(1)]).toEqual([true, ["The dead man's switch is reached again."]]);
    await sw.stop();
  });

  it("[NO1] asks nobody in here without the switch for that", async () => {
    const sw = start(() => true, false);
    await advance(0);
    expect(sw.state().problem).toContain("alerts.privateAddresses");
    expect(receiver.connections()).toBe(0);
    await sw.stop();
  });
});
