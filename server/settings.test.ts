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
      problems: [`the configuration ${path.join(cwd, "pickup.config.yaml")} cannot be read: it is a directory`],
      rest: null,
    });
  });

  it.each(["pickup.config.yml", "pickup.config.json", "pickup.yaml", "pickup.yml"])(
    "never as made-up figures in silence when there is a %s",
    async (name) => {
      await writeFile(path.join(cwd, name), `sources: [${PBX}]`);
      const found = `found ${name}: rename it to pickup.config.yaml, or name it with --config`;
      const request = { cwd, env: {}, configPath: null, demo: false };
      expect(await readSettings(request)).toEqual({
        ok: false,
        problems: [`no pickup.config.yaml here, but ${found}`],
        rest: null,
      });
      expect(await readSettings({ ...request, demo: true })).toMatchObject({
        ok: true,
        notes: [`No pickup.config.yaml here: the built-in contact centre plays. But ${found}.`],
      });
      expect(await readSettings({ ...request, configPath: name })).toMatchObject({ ok: true, notes: [] });
      await writeFile(path.join(cwd, "pickup.config.yaml"), `sources: [${PBX}]`);
      expect(await readSettings(request)).toMatchObject({ ok: true, notes: [] });
    },
  );

  it("and a board's queue that is not listed is a note with its line", async () => {
    const boards =
      "queues: [{ id: support }]\nboards:\n  - { id: a, queues: [support] }\n  - { id: b, queues: [suport, x9] }\n";
    await writeFile(path.join(cwd, "pickup.config.yaml"), `sources: [${PBX}]\n${boards}`);
    expect(await readSettings({ cwd, env: {}, configPath: null, demo: false })).toMatchObject({
      ok: true,
      notes: [
        'note: pickup.config.yaml:5 boards[1].queues[0]: "suport" is not listed under queues – did you mean "support"?',
        'note: pickup.config.yaml:5 boards[1].queues[1]: "x9" is not listed under queues; it is shown once a source speaks of it',
      ],
    });
  });
});
