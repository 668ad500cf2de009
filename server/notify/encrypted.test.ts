import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startChild } from "../store/testing/child";
import { selfSigned } from "../testing/self-signed";
import { openMailServer } from "./testing/mail-server";

it("[NO1] [NO24] what is tested and connected to by address is believed by its name", async () => {
  const directory = mkdtempSync(join(tmpdir(), "pickup-encrypted-"));
  const pair = selfSigned();
  const believed = join(directory, "ca.pem");
  writeFileSync(believed, pair.cert);
  const secured: boolean[] = [];
  const options: Parameters<typeof openMailServer>[0] = {
    ...pair,
    authOptional: false,
    disabledCommands: [],
    onAuth: ({ username = "" }, session, done) => {
      secured.push(session.secure);
      done(null, { user: username });
    },
  };
  const startTls = await openMailServer(options);
  const tls = await openMailServer({ ...options, secure: true });
  const https = createServer(pair, (_request, response) => void response.end("ok"));
  await new Promise<void>((resolve) => void https.listen(0, "127.0.0.1", resolve));

  const ports = [startTls.port, tls.port, (https.address() as AddressInfo).port].map(String);
  const child = startChild("../../notify/testing/send-encrypted.ts", ports, `export NODE_EXTRA_CA_CERTS=${believed};`);
  const lines: (string | null)[] = [];
  for (let line = await child.nextLine(); line !== null; line = await child.nextLine()) lines.push(line);
  expect(lines).toEqual(["starttls delivered 250", "tls delivered 250", "https delivered 200"]);
  expect(secured).toEqual([true, true]);

  https.close();
  await Promise.all([startTls.close(), tls.close()]);
  rmSync(directory, { recursive: true, force: true });
}, 60_000);
