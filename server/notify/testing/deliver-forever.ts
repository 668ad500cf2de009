/**
 * Run as a process: delivers over a webhook and by mail from the outbox given, while an alert fires every ten seconds
 * and is over after thirty. Its time runs `SPEED` times as fast, from the instant given; its alerts begin at the number
 * given. Prints each alert once it is in the outbox, and `empty` when there are no more and all were told.
 */
import { writeSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import type { AlertNews } from "../channel";
import { createChannels } from "../create-channels";
import { startDelivery } from "../worker/delivery";
import { type Pause, systemPause } from "../worker/pause";
import { openAlerts } from "../../alerts/store/open-alerts";
import { STYLE } from "./parts";
import { ALERTS, EVERY_MS, SPEED } from "./sped-up";
import { fired, NINE_MS, resolved } from "./some-news";

const [path = "", startedAt = "", httpPort = "", mailPort = "", firstNumber = ""] = process.argv.slice(2);
const opened = openAlerts(path);
if (opened.kind === "refused") throw new Error(opened.message);
const { store } = opened;

const clock = { nowMs: () => NINE_MS + (Date.now() - Number(startedAt)) * SPEED };
const pause: Pause = (ms, signal) => systemPause(ms / SPEED, signal);
const channels = createChannels(
  {
    privateAddresses: true,
    deadMansSwitch: null,
    channels: [
      { kind: "webhook", id: "hook", url: `http://127.0.0.1:${httpPort}/`, secret: null },
      {
        kind: "email",
        id: "mail",
        from: "pickup@example.com",
        to: ["leads@example.com"],
        host: "127.0.0.1",
        port: Number(mailPort),
        tls: "off",
        login: null,
      },
    ],
  },
  { clock, style: STYLE },
);
const ids = channels.map(({ id }) => id);

const delivery = startDelivery({
  channels,
  outbox: store.outbox,
  clock,
  pause,
  random: Math.random,
  onTrouble: (error) => void writeSync(2, `${String(error)}\n`),
});

const waiting = async (): Promise<number> => {
  const standings = await Promise.all(ids.map((id) => store.outbox.standing(id, 0)));
  return standings.reduce((sum, standing) => sum + standing.waiting, 0);
};
const tell = (news: AlertNews): void =>
  store.atOnce(() =>
    store.outbox.add(
      ids.map((channelId) => ({ channelId, news })),
      clock.nowMs(),
    ),
  );

for (let number = Number(firstNumber); number < ALERTS; number += 1) {
  // Subjects tell them apart in a mail, which shows no ids.
  tell(fired(`a${number}`, { subjectName: `Queue ${number}.`, firedAtMs: clock.nowMs() }));
  if (number >= 3) tell(resolved(`a${number - 3}`, { subjectName: `Queue ${number - 3}.` }));
  delivery.wake();
  // Synchronous, so that what the parent has read was certainly written before.
  writeSync(1, `a${number}\n`);
  await after(EVERY_MS / SPEED);
}
while ((await waiting()) > 0) await after(10);
await delivery.stop();
store.close();
writeSync(1, "empty\n");
