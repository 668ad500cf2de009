import type { FakeMember, FakeModel } from "../../server/sources/asterisk/testing/ami-text";

const TOWER = "\u0300\u0334\u0489\u035c\u20dd".repeat(60);

/** Names of the kind that people send who wish a contact centre no good, by what they are for. */
export const HOSTILE: ReadonlyMap<string, string> = new Map([
  ["markup", `"><img src=x onerror=alert(1)>`],
  ["script", "</script><script>alert(1)</script>"],
  ["entity", "&lt;img src=x onerror=alert(1)&gt; &#0;"],
  ["address", "javascript:alert(1)"],
  ["template", "${alert(1)}{{7*7}}<%= 1 %>%s%n"],
  ["override", "Anna \u202egnp.exe\u202c \u2067tfel\u2069"],
  ["embedding", "\u202a\u202b\u202d\u2066\u2068\u200f\u061cBen"],
  ["unseen", "\u200bZo\u200d\u200ce\ufeff\u00ad\u2060\u3164\u2800"],
  ["nothing", "\u200b\u202e\u3164\ufeff"],
  ["right to left", "شركة الاتصالات العربية 42 (شمال)"],
  ["long", "Llanfairpwllgwyngyll".repeat(350)],
  ["long word", "W".repeat(7_000)],
  ["tower", `Z${TOWER}a${TOWER}lgo`],
  ["ligature", "﷽".repeat(80)],
  ["family", "👩‍👩‍👧‍👦👨‍👩‍👧🏳️‍🌈".repeat(40)],
  ["proto", "__proto__"],
  ["constructor", "constructor"],
  ["toString", "toString"],
  ["owns", "hasOwnProperty"],
  ["escape", "\u001b[31m\u001b]0;owned\u0007Cleo\u001b[2J\u009b1m"],
  ["backspace", "Di\b\b\bana\u007f\u0085"],
  ["formula", `=cmd()|' /C calc'!A1`],
  ["sum", "@SUM(1+1)*cmd"],
  ["separators", "a|b,c;d%7C%25\t'\"`\\"],
  ["break out", "Anna\\r\\nAction: QueueReset\\r\\n\\r\\n"],
  ["line separators", "Emil\u2028Source pbx: live\u2029\u000b\u000cx"],
  ["query", "'; DROP TABLE events; --"],
]);

/** Names that break out of their line: what follows is another header, to whoever reads the message. */
export const BREAKS_OUT = "Anna\r\nAction: QueueReset\r\nActionID: pickup-1";
/** Bytes that no text has: halves of pairs, cut sequences, zeros. */
export const NO_TEXT = Buffer.from([0x46, 0xed, 0xa0, 0x80, 0xff, 0xfe, 0x00, 0xc3, 0x28, 0xf0, 0x9f, 0x98, 0x67]);

/** What a name may hold nothing of wherever it is shown. */
export const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A message whose values may be bytes, as Asterisk would write them. */
export function rawMessage(fields: Readonly<Record<string, string | number | Buffer>>): Buffer {
  const lines = Object.entries(fields).flatMap(([name, value]) => [
    Buffer.from(`${name}: `),
    Buffer.isBuffer(value) ? value : Buffer.from(String(value)),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...lines, Buffer.from("\r\n")]);
}

/** The queue's name at Asterisk: line breaks cannot stand in one there. */
export const QUEUES: readonly string[] = [...HOSTILE.values()];
/** Telephones that are called what no object should ask for. */
const FACES = ["__proto__", "constructor", "toString", "hasOwnProperty", `PJSIP/"><img src=x onerror=alert(1)>`];

/** In each queue one member, who is called like it. */
export const MODEL: FakeModel = {
  queues: QUEUES.map((name, index) => ({ name, members: [memberNamed(name, index)], entries: [] })),
  channels: [],
};

function memberNamed(name: string, index: number): FakeMember {
  const location = FACES[index] ?? `PJSIP/${2_000 + index}`;
  const isPaused = index % 3 === 0;
  return { name, location, status: 1, paused: isPaused, ...(isPaused ? { pausedReason: name } : {}) };
}

/** Who is in a queue. */
export const memberOf = (index: number): FakeMember => memberNamed(QUEUES[index] ?? "", index);
