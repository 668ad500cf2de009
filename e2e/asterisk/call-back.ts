import { spawn, spawnSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { addToConfig, askConsole, type Lab } from "./lab";

/** The lab has callers only: this is its way to them, and somebody there who answers every call. */
const CARRIER = "pickup-out";
const FAR_END_PORT = 15_190;
const CALLER_PORT = 15_180;
const SIP_PORT = 5060;
const TRIES = 4;

/** Gives the agents a way out. @returns takes the far end away again */
export function openWayOut(): () => void {
  const endpoint = ["type = endpoint", "context = from-trunk", "transport = transport-udp", "disallow = all"];
  const section = [`[${CARRIER}]`, ...endpoint, "allow = ulaw", "direct_media = no", `aors = ${CARRIER}`];
  addToConfig("pjsip.conf", [...section, `[${CARRIER}]`, "type = aor", `contact = sip:127.0.0.1:${FAR_END_PORT}`]);
  addToConfig("extensions.conf", [`[${CARRIER}]`, `exten => _X.,1,Dial(PJSIP/\${EXTEN}@${CARRIER},20)`]);
  askConsole("module reload res_pjsip.so");
  askConsole("dialplan reload");
  const where = ["-i", "127.0.0.1", "-p", String(FAR_END_PORT), "-mp", String(FAR_END_PORT + 4)];
  const farEnd = spawn("sipp", ["-sn", "uas", ...where, "-nostdin", "-skip_rlimit"], { stdio: "ignore" });
  return () => farEnd.kill();
}

/** Nobody of this queue takes calls from here on. */
export function pauseAll(queue: string): void {
  const members = askConsole(`queue show ${queue}`).matchAll(/\(((?:PJSIP|Local)\/[^\s)]+)/g);
  for (const [, member = ""] of members) askConsole(`queue pause member ${member} queue ${queue}`);
}

/** Somebody calls `did`, and hangs up after so long; a short abandon is not missed (CO4). */
export function giveUp(lab: Lab, did: string, number: string, patienceS: number): void {
  const caller = [
    "import asyncio",
    "from sipua import UA, Call",
    "async def main():",
    `  ua = await UA(${CALLER_PORT}, ${SIP_PORT}).start()`,
    `  await Call(ua, "${did}", "${number}", patience=${patienceS}, early=True).run()`,
    "asyncio.run(main())",
  ];
  const { status } = spawnSync("python3", ["-B", "-c", caller.join("\n")], {
    cwd: lab.folder,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("The caller did not get through to the lab");
}

/**
 * The agent calls a number by a click: his telephone rings, and when he has answered it, outside rings. Needs
 * `openWayOut`. @returns whether they speak; an agent of the lab leaves one call in ten unanswered
 */
export async function callBack(agent: string, number: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    askConsole(`channel originate PJSIP/${agent} extension ${number}@${CARRIER}`);
    for (let seconds = 0; seconds < 20; seconds += 1) {
      await delay(1_000);
      if (new RegExp(`^PJSIP/${CARRIER}-\\w+!.*!Up!`, "m").test(askConsole("core show channels concise"))) return true;
    }
  }
  return false;
}
