import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { compressReply } from "./compress-reply";
import { emptyReply, jsonReply, textReply } from "./reply";

const asking = (encodings?: string) => ({
  headers: encodings === undefined ? {} : { "accept-encoding": encodings },
});
const people = Array.from({ length: 300 }, (_, n) => ({
  agentId: `PJSIP/${n}`,
  name: `Ana Ruiz ${n}`,
  state: "available",
}));
const desk = jsonReply(200, people);

it("a desk of 300 people goes compressed to who takes it, and is the same", async () => {
  const { status, headers, body } = await compressReply(desk, asking("gzip, deflate, br"));
  expect(status).toBe(200);
  expect(headers).toMatchObject({ ...desk.headers, "content-encoding": "gzip", vary: "accept-encoding" });
  expect(body.length).toBeLessThan(desk.body.length / 4);
  expect(JSON.parse(gunzipSync(body).toString("utf8"))).toEqual(people);
});

it("who does not take it gets it as it is", async () => {
  for (const encodings of [undefined, "", "br", "gzip;q=0", "gzip; q=0.0, identity"]) {
    const plain = await compressReply(desk, asking(encodings));
    expect([encodings, plain.body]).toEqual([encodings, desk.body]);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers["vary"]).toBe("accept-encoding");
  }
});

it("little, nothing and other things than data stay as they are", async () => {
  const others = [jsonReply(200, "a".repeat(1_021)), emptyReply(), textReply(200, "text/plain", "a".repeat(5_000))];
  for (const reply of others) expect(await compressReply(reply, asking("gzip"))).toBe(reply);
  const longer = await compressReply(jsonReply(200, "a".repeat(1_022)), asking("gzip"));
  expect(longer.headers["content-encoding"]).toBe("gzip");
});
