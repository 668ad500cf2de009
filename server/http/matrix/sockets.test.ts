import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MAIN_BOARD } from "../../../lib/vocabulary";
import { until } from "../../publish/testing/harness";
import { verdictOn } from "./testing/allowed";
import { marksIn, NORD, type Side, SUED } from "./testing/floor";
import { type Office, openOffice } from "./testing/office";
import { DEMO_USER, type Name, NAMES, NOTHING, type Shown, SOMEBODY, type Somebody } from "./testing/people";
import { openScreen, type RawScreen } from "./testing/raw-screen";

let office: Office;
let demo: Office;
beforeAll(async () => {
  office = await openOffice();
  demo = await openOffice({ demo: true });
});
afterAll(async () => {
  await office.close();
  await demo.close();
});
const screens: RawScreen[] = [];
afterEach(() => {
  for (const { client } of screens.splice(0)) client.socket.destroy();
});

async function open(at: Office, shown: Shown): Promise<RawScreen> {
  const screen = await openScreen(at, shown);
  screens.push(screen);
  return screen;
}

/** The boards that there are, and some that there are not, with the side that each is about. */
const BOARDS: readonly (readonly [string, Side | "all" | "none"])[] = [
  [MAIN_BOARD, "all"],
  [NORD.board, NORD],
  [SUED.board, SUED],
  [NORD.rotation, "none"],
  ["nowhere", "none"],
  ["__proto__", "none"],
];

/** Which of the boards somebody is shown, by the table. */
function mayWatch(somebody: Somebody): readonly string[] {
  return BOARDS.filter(([, about]) => {
    if (about === "none") return false;
    // A lead has his part of the board of all; a display has its own board alone.
    const side = about === "all" && somebody.column !== "display" ? somebody.side : about;
    return verdictOn("board:watch", somebody, side).kind === "done";
  }).map(([board]) => board);
}

type Watched = { readonly status: number; readonly boards: readonly string[]; readonly told: string };

/** Everybody watches every board at the same time, each on a connection of its own; then callers come. */
async function watchAll<Who extends string>(
  at: Office,
  everybody: readonly (readonly [Who, Shown])[],
): Promise<ReadonlyMap<Who, Watched>> {
  const watching = await Promise.all(
    everybody.map(async ([who, shown]) => {
      const all = await Promise.all(BOARDS.map(() => open(at, shown)));
      const answers = await Promise.all(BOARDS.map(([board], index) => all[index]?.watch(board)));
      const isShown = (index: number): boolean => answers[index]?.includes('"ok":true') === true;
      return { who, all, shown: all.filter((_, index) => isShown(index)), boards: boardsWhere(isShown) };
    }),
  );
  await at.floor.callersMore();
  await until(() => watching.every(({ shown }) => shown.every((screen) => screen.told().includes('"type":"delta"'))));
  return new Map(
    watching.map(({ who, all, boards }) => {
      const status = all[0]?.status ?? 0;
      return [who, { status, boards, told: all.map((screen) => screen.told()).join("\n") }];
    }),
  );
}
const boardsWhere = (isIt: (index: number) => boolean): readonly string[] =>
  BOARDS.flatMap(([board], index) => (isIt(index) ? [board] : []));

describe("[AC40] [AC51] [AC52] a socket shows exactly the boards that somebody may see", () => {
  let seen: ReadonlyMap<Name, Watched>;
  beforeAll(async () => {
    seen = await watchAll(
      office,
      await Promise.all(NAMES.map(async (who) => [who, (await office.newcomer(who)).shown] as const)),
    );
  });

  it.each(NAMES)("to: %s", (who) => {
    const somebody: Somebody = SOMEBODY[who];
    const { status, boards, told } = seen.get(who) ?? { status: 0, boards: [], told: "" };
    const verdict = verdictOn("board:watch", somebody, somebody.side);
    expect(status).toBe(verdict.kind === "done" ? 101 : verdict.status);
    expect(boards).toEqual(mayWatch(somebody));
    for (const side of [NORD, SUED]) {
      const mayKnow = boards.length > 0 && (somebody.side === "all" || somebody.side === side);
      expect(marksIn(told, side).includes(side.marks[0] ?? "")).toBe(mayKnow);
      if (!mayKnow) expect(marksIn(told, side)).toEqual([]);
      // Of callers nothing at all stands on a board.
      expect(marksIn(told, side)).not.toContain(side.number.slice(-4));
    }
  });

  it("at the demo to whoever is here", async () => {
    const { boards = [] } = (await watchAll(demo, [["here", NOTHING]])).get("here") ?? {};
    expect(boards).toEqual(mayWatch(DEMO_USER));
  });
});

describe("[AC70] an upgrade in another form", () => {
  const QUERIES = [
    "transport=websocket",
    "EIO=3&transport=websocket",
    "EIO=5&transport=websocket",
    "EIO=4&EIO=3&transport=websocket",
    "EIO=4&transport=polling",
    "EIO=4&transport=webtransport",
    "EIO=4&transport=websocket&sid=__proto__",
    "EIO=4&transport=websocket&b64=1",
    "EIO=4&transport=websocket&t=1#x",
  ];
  const PATHS = [
    "/socket.io",
    "//socket.io/",
    "/socket.io//",
    "/Socket.IO/",
    "/socket.io/../socket.io/",
    "/%73ocket.io/",
  ];

  it("brings nobody in, nor a lead of another queue to another board", async () => {
    const stranger = (await office.newcomer("lead of another queue" satisfies Name)).shown;
    const forms = [
      ...QUERIES.map((query) => `/socket.io/?${query}`),
      ...PATHS.map((path) => `${path}?EIO=4&transport=websocket`),
      `${office.own}/socket.io/?EIO=4&transport=websocket`,
      "http://evil.example/socket.io/?EIO=4&transport=websocket",
    ];
    const seen = await Promise.all(
      forms.map(async (path) => {
        const both = [NOTHING, stranger].map((shown) => openScreen(office, shown, { path }));
        const [nobody, lead] = (await Promise.all(both)) as [RawScreen, RawScreen];
        const answer = await lead.watch(NORD.board);
        const told = [nobody, lead].map((screen) => screen.told()).join();
        for (const { client } of [nobody, lead]) client.socket.destroy();
        return [path, nobody.status === 101, answer?.includes('"ok":true') ?? false, marksIn(told, NORD).length];
      }),
    );
    expect(seen).toEqual(forms.map((path) => [path, false, false, 0]));
  });
});
