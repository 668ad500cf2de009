import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { COMMANDS } from "./commands";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

async function run(...argv: string[]) {
  const io = captureIo();
  const code = await runCli(argv, io);
  return { code, out: io.outLines, err: io.errLines };
}

describe("pickup", () => {
  it("an unknown command is one readable line and exit 2", async () => {
    const { code, out, err } = await run("chekc");
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toEqual(['pickup: there is no command "chekc" – did you mean "check"? (pickup --help lists them)']);
  });

  it("an option in the command's place is one readable line and exit 2", async () => {
    expect(await run("--json", "check")).toEqual({
      code: 2,
      out: [],
      err: ["pickup: a command comes first, then --json (pickup --help lists them)"],
    });
  });

  it.each([[["--help"]], [["-h"]], [["help"]]])("%j lists every command with what it does", async (argv) => {
    const { code, out } = await run(...argv);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out.join("\n")).toMatch(new RegExp(`^ {2}${name} +\\w`, "m"));
  });

  it("alone it lists the commands and exits 2: nothing was done", async () => {
    expect((await run()).code).toBe(2);
  });

  it.each(COMMANDS.map(({ name }) => name))("%s has help, wherever --help stands", async (name) => {
    for (const argv of [
      [name, "--help"],
      [name, "--nonsense", "-h"],
      ["help", name],
    ]) {
      const { code, out, err } = await run(...argv);
      expect({ code, err }).toEqual({ code: 0, err: [] });
      expect(out[0]).toMatch(new RegExp(`^pickup ${name}\\b`));
    }
  });

  it.each(COMMANDS.map(({ name }) => name))(
    "%s refuses an option that does not exist in one line, exit 2",
    async (name) => {
      const { code, out, err } = await run(name, "--no-such-option");
      expect({ code, out }).toEqual({ code: 2, out: [] });
      expect(err).toHaveLength(1);
      expect(err[0]).toMatch(new RegExp(`^pickup ${name}: .*\\(pickup ${name} --help says more\\)$`));
    },
  );

  it("[PV2] [NM3] what should not have happened is said with its place and nobody's number, exit 1", async () => {
    const io = captureIo({
      cwd: "/",
      out: () => {
        throw new Error("no queue for +4930900174711");
      },
    });
    expect(await runCli(["check"], io)).toBe(1);
    expect(io.errLines).toEqual([
      expect.stringMatching(
        /^pickup check: this should not have happened: Error: no queue for … at .*main-cli\.test\.ts:\d+:\d+/,
      ),
    ]);
  });

  it("says its version everywhere", async () => {
    for (const argv of [["--version"], ["check", "--version"]]) {
      expect(await run(...argv)).toEqual({ code: 0, out: [version], err: [] });
    }
  });
});
