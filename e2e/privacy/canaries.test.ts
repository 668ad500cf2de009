import { expect, it } from "vitest";
import { CANARY, canariesIn } from "./canaries";

const full = CANARY.answered;
const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const around = (bytes: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from("\u0000before "), Buffer.from(bytes), Buffer.from(" after")]);
const integer = (bytes: 6 | 8, value: number): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigInt64BE(BigInt(value));
  return buffer.subarray(8 - bytes);
};
const base64At = (before: number, text: Buffer): string =>
  Buffer.concat([Buffer.from('{"x'.slice(0, before)), text, Buffer.from('"}')]).toString("base64");

it.each([
  ["as it is", full],
  ["without +", full.slice(1)],
  ["nationally", `0${full.slice(3)}`],
  ["in an address", encodeURIComponent(full)],
  ["with spaces", CANARY.spaced],
  ["with dashes", "0151-998-877-01"],
  ["UTF-16 from below", Buffer.from(full, "utf16le")],
  ["UTF-16 from above", utf16be(full)],
  ["hexadecimal", Buffer.from(full).toString("hex")],
  ["HEXADECIMAL", Buffer.from(full).toString("hex").toUpperCase()],
  ["base64", base64At(0, Buffer.from(full))],
  ["base64, one further", base64At(1, Buffer.from(full))],
  ["base64, two further", base64At(2, Buffer.from(full))],
  ["base64 of UTF-16", base64At(0, Buffer.from(full, "utf16le"))],
  ["base64 of UTF-16, one further", base64At(1, Buffer.from(full, "utf16le"))],
  ["base64url", Buffer.from(`n=${full}`).toString("base64url")],
  ["a list of codes", JSON.stringify([...Buffer.from(full)])],
  ["packed", Buffer.from("4915199887701f", "hex")],
  ["packed as telephony does", Buffer.from("9451918978710f", "hex")],
  ["a whole number of six bytes", integer(6, 4915199887701)],
  ["a whole number of eight bytes", integer(8, 4915199887701)],
  ["the same from below", Buffer.from(integer(8, 4915199887701)).reverse()],
])("a number is found: %s", (_, bytes) => {
  expect(canariesIn("here", around(bytes))).not.toEqual([]);
});

it.each(Object.values(CANARY))("each canary is found: %s", (number) => {
  expect(canariesIn("here", `{"number":"${number}"}`)).toHaveLength(1);
});

it("its end, which may be shown, is not taken for it, nor is what is full of other digits", () => {
  expect(canariesIn("here", `caller •••${full.slice(-4)}, 1795324900.15 and 1763848970123 and +493055512377`)).toEqual(
    [],
  );
});
