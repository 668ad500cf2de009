import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFramer } from "./framing";

function frame(chunks: readonly Uint8Array[]) {
  const messages: string[] = [];
  const banners: string[] = [];
  const problems: string[] = [];
  const framer = createFramer({
    message: (text, from, to) => messages.push(text.slice(from, to).replaceAll("\r", "")),
    banner: (line) => banners.push(line),
    problem: (what) => problems.push(what),
  });
  for (const chunk of chunks) framer.push(chunk);
  return { messages, banners, problems, framer };
}

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const lineEnd = fc.constantFrom("\r\n", "\n");
const header = fc
  .tuple(fc.stringMatching(/^[A-Za-z_]{1,12}$/), fc.string({ maxLength: 40 }))
  .map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n\u0100-\uffff]/g, "?")}`);

/** Messages with their bytes, each line ended in either way, some empty lines too many between them. */
const stream = fc
  .array(
    fc.tuple(
      fc.array(fc.tuple(header, lineEnd), { minLength: 1, maxLength: 8 }),
      fc.array(lineEnd, { maxLength: 2 }),
      lineEnd,
    ),
  )
  .map((messages) => ({
    text: messages
      .map(([lines, extra, end]) => `${lines.map((line) => line.join("")).join("")}${end}${extra.join("")}`)
      .join(""),
    messages: messages.map(([lines]) => lines.map(([line]) => line).join("\n")),
  }));

function cutAt(whole: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [0, ...places.map((place) => place % (whole.length + 1)), whole.length].toSorted((a, b) => a - b);
  return sorted.slice(1).map((to, index) => whole.subarray(sorted[index], to));
}

describe("framing", () => {
  it("finds the same messages wherever the bytes are cut and however lines end", () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat()), ({ text, messages }, places) => {
        const heard = frame(cutAt(bytes(text), places));
        expect(heard.messages).toEqual(messages);
        expect(heard.problems).toEqual([]);
      }),
    );
  });

  it("survives any bytes, and reads what comes after them", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (garbage) => {
        const heard = frame([bytes("A: 1\r\n\r\n"), ...garbage, bytes("\r\n\r\nEvent: X\r\n\r\n")]);
        expect(heard.messages.at(-1)).toBe("Event: X");
      }),
    );
  });

  it("tells the greeting as it comes, and only the first line of a connection is one", () => {
    const heard = frame([bytes("Asterisk Call Man"), bytes("ager/11.0.0\r\n")]);
    expect(heard.banners).toEqual(["Asterisk Call Manager/11.0.0"]);
    heard.framer.push(bytes("Response: Success\r\n\r\nno header\r\n\r\n"));
    expect(heard.messages).toEqual(["Response: Success", "no header"]);
    heard.framer.push(bytes("Event: Cut"));
    heard.framer.restart();
    heard.framer.push(bytes("Asterisk Call Manager/12\nEvent: A\n\n"));
    expect(heard.banners).toHaveLength(2);
    expect(heard.messages.at(-1)).toBe("Event: A");
  });

  const ordinary = "Event: A\r\n\r\n";
  it.each([
    ["a line longer than 8 kB", `Event: X\r\nLong: ${"x".repeat(8 * 1024)}\r\n\r\n`],
    ["a message of more than 256 headers", `Event: X\r\n${"Name: value\r\n".repeat(256)}\r\n`],
    ["a message longer than 64 kB", `Event: X\r\n${`Name: ${"x".repeat(8_000)}\r\n`.repeat(9)}\r\n`],
    ["a message longer than 64 kB", `Event: X${"x".repeat(70_000)}\r\n\r\n`],
  ])("drops %s and goes on", (problem, tooMuch) => {
    const whole = bytes(`${ordinary}${tooMuch}${ordinary}`);
    for (const chunks of [[whole], cutAt(whole, [13, 9_000, 65_540, 66_000, whole.length - 13, whole.length - 12])]) {
      const heard = frame(chunks);
      expect(heard.messages).toEqual(["Event: A", "Event: A"]);
      expect(heard.problems).toEqual([problem]);
    }
  });

  it("keeps a message that is just within the limits", () => {
    const most = `Event: X\r\n${"Name: value\r\n".repeat(255)}\r\nEvent: Y\r\nLong: ${"x".repeat(8 * 1024 - 8)}\r\n\r\n`;
    const heard = frame([bytes(most)]);
    expect(heard.messages).toHaveLength(2);
    expect(heard.problems).toEqual([]);
  });
});
