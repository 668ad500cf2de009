import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Pace } from "../../../lib/wire/protocol";
import type { Quantiles } from "../measure";
import { baselineModules } from "../outside";
import type { Board } from "./boards";
import { endWithUs } from "./children";

/** A queue's count of offered visits rises by one, because a caller joined or otherwise; when the stub sent why. */
export type Rise = { readonly queue: string; readonly atMs: number; readonly isJoin: boolean };

type Base = Readonly<Record<string, number>>;
export type Asked =
  { readonly ask: "reset" } | { readonly ask: "report"; readonly rises: readonly Rise[]; readonly base: Base };
export type ScreensReport = { readonly bytes: number; readonly messages: number; readonly latencyMs: Quantiles };
export type Told =
  | { readonly tell: "ready" }
  | { readonly tell: "reset"; readonly base: Base }
  | ({ readonly tell: "report" } & ScreensReport);

/** Light screens in a process of their own. */
export type Screens = {
  readonly pid: number;
  /** From here on everything is counted. */
  readonly reset: () => Promise<void>;
  readonly report: (rises: readonly Rise[]) => Promise<ScreensReport>;
  readonly stop: () => void;
};

export async function openScreens(board: Board, count: number, pace: Pace): Promise<Screens> {
  const url = `ws://127.0.0.1:${board.port}/socket.io/?EIO=4&transport=websocket`;
  const child = fork(fileURLToPath(new URL("clients.ts", import.meta.url)), [url, String(count), board.kind, pace], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, MODULES: baselineModules(), BENCH_TOKEN: board.token ?? "" },
  });
  endWithUs(child);
  let base: Base = {};
  const hear = async (): Promise<Told> => {
    const [told] = (await once(child, "message")) as [Told];
    return told;
  };
  const ask = (asked: Asked): Promise<Told> => {
    const heard = hear();
    child.send(asked);
    return heard;
  };
  await hear();
  return {
    pid: child.pid ?? 0,
    reset: async () => {
      const told = await ask({ ask: "reset" });
      if (told.tell === "reset") base = told.base;
    },
    report: async (rises) => {
      const told = await ask({ ask: "report", rises, base });
      if (told.tell !== "report") throw new Error(`the screens said ${told.tell}`);
      return told;
    },
    stop: () => child.kill(),
  };
}
