import { expect, test } from "vitest";
import { firstConfig } from "../components/way-in/commands";
import { decodeSettings } from "../server/settings/decode";

test("what the way in says to write first is a configuration without a problem", () => {
  const options = { machineTimeZone: "UTC" };
  const decoded = decodeSettings(firstConfig("Europe/Berlin"), { AMI_SECRET: "the password" }, options);
  expect(decoded).toMatchObject({
    ok: true,
    settings: { site: { timeZone: "Europe/Berlin" }, sources: [{ kind: "asterisk-ami", secret: "the password" }] },
  });
});
