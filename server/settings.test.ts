import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "./settings";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "pickup-settings-test-"));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const PBX = "{ id: pbx, kind: asterisk-ami, host: pbx, username: u, secret: s, queueLog: logs/queue_log }";

describe("settings are read", () => {
  it("with data beside where it is started and the queue log beside the configuration", async () => {
    await mkdir(path.join(cwd, "etc"));
    await writeFile(path.join(cwd, "etc/pickup.yaml"), `sources: [${PBX}]`);
    const read = await readSettings({ cwd, env: {}, configPath: "etc/pickup.yaml", demo: false });
    expect(read).toMatchObject({
      ok: true,
      settings: {
        configPath: path.join(cwd, "etc/pickup.yaml"),
        dataDir: path.join(cwd, "data"),
        sources: [{ queueLog: path.join(cwd, "etc/logs/queue_log") }],
      },
    });
  });

  it("without any file as the demonstration, in the machine's zone", async () => {
    const read = await readSettings({ cwd, env: {}, configPath: null, demo: false });
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(read).toMatchObject({ ok: true, settings: { configPath: null, site: { name: "Acme Support", timeZone } } });
  });

  it("and a directory in the configuration's place is a problem, not a crash", async () => {
    await mkdir(path.join(cwd, "pickup.config.yaml"));
    const read = await readSettings({ cwd, env: {}, configPath: null, demo: true });
    expect(read).toEqual({
      ok: false,
      problems: [`the configuration ${path.join(cwd, "pickup.config.yaml")} cannot be read (EISDIR)`],
    });
  });
});
