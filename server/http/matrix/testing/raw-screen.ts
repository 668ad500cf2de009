import { until } from "../../../publish/testing/harness";
import { connectRaw, type RawClient } from "../../../publish/testing/raw-client";
import type { Office } from "./office";
import type { Shown } from "./people";
import type { Headers } from "./raw-request";

/** A screen that keeps every frame it gets, as it came. */
export type RawScreen = {
  /** Of the answer to the upgrade. */
  readonly status: number;
  readonly client: RawClient;
  /** All frames. */
  readonly told: () => string;
  /** What the server calls the connection. */
  readonly sid: () => string;
  /** @returns the answer to the question, as it came; null: the connection was ended instead */
  readonly watch: (board: string) => Promise<string | null>;
  readonly isOpen: () => boolean;
};

export const SOCKET = "/socket.io/?EIO=4&transport=websocket";

/** @param headers `Origin` and what else an upgrade has; those of a page of the server itself where left out; null: it has none */
export async function openScreen(
  { port, own }: Pick<Office, "port" | "own">,
  { cookie, authorization }: Shown,
  { path = SOCKET, headers = {} }: { readonly path?: string; readonly headers?: Headers } = {},
): Promise<RawScreen> {
  const shown = {
    ...(cookie === null ? {} : { Cookie: cookie }),
    ...(authorization === null ? { Origin: own } : { Authorization: authorization }),
  };
  const all = Object.entries({ ...shown, ...headers }).filter((line): line is [string, string] => line[1] !== null);
  const client = await connectRaw(port, { path, headers: Object.fromEntries(all) });
  const status = Number(client.status.split(" ")[1] ?? 0);
  let isOpen = status === 101;
  void client.closed.then(() => (isOpen = false));
  const { texts } = client;
  const begins = (with_: string) => texts.find((text) => text.startsWith(with_));
  if (isOpen) {
    client.send("40");
    await until(() => begins("40") !== undefined || begins("44") !== undefined || !isOpen);
  }
  let asked = 0;
  return {
    status,
    client,
    told: () => texts.join("\n"),
    sid: () => /"sid":"([^"]+)"/.exec(begins("0") ?? "")?.[1] ?? "",
    watch: async (board) => {
      if (!isOpen) return null;
      const number = (asked += 1);
      client.send(`42${number}${JSON.stringify(["board:watch", board, null, "laptop"])}`);
      await until(() => begins(`43${number}[`) !== undefined || !isOpen);
      const answer = begins(`43${number}[`) ?? null;
      // Where the answer is yes, the board follows in a frame of its own.
      if (answer?.includes('"ok":true') === true) {
        const before = texts.indexOf(answer);
        await until(() => texts.slice(before).some((text) => text.startsWith('42["board:message"')) || !isOpen);
      }
      return answer;
    },
    isOpen: () => isOpen,
  };
}
