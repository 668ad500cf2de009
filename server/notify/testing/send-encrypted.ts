/**
 * Run as a process, for what it believes is decided when it starts (`NODE_EXTRA_CA_CERTS`): tests a mail server with
 * STARTTLS, one with TLS and a webhook, all at localhost and at the ports given, and prints how each went.
 */
import { elapsedMs } from "../../clock";
import { createChannels } from "../create-channels";
import { testMessage } from "../test-message";
import { NEVER, PARTS } from "./parts";

const [startTlsPort = "", tlsPort = "", httpsPort = ""] = process.argv.slice(2);
const mail = {
  kind: "email",
  from: "pickup@example.com",
  to: ["leads@example.com"],
  host: "localhost",
  login: { username: "pickup", password: "swordfish-42" },
} as const;
const channels = createChannels(
  {
    privateAddresses: true,
    deadMansSwitch: null,
    channels: [
      { ...mail, id: "starttls", port: Number(startTlsPort), tls: "starttls" },
      { ...mail, id: "tls", port: Number(tlsPort), tls: "tls" },
      { kind: "webhook", id: "https", url: `https://localhost:${httpsPort}/`, secret: null },
    ],
  },
  PARTS,
);
for (const channel of channels) {
  const { outcome, status } = await testMessage(channel, elapsedMs, NEVER);
  console.log(`${channel.id} ${outcome} ${status}`);
}
