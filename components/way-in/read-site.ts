import type { FeedState } from "../../lib/metrics/snapshot-types";
import type { Silence } from "../../lib/metrics/source-detail";
import type { BoardId } from "../../lib/vocabulary";
import type { WayInLexicon } from "../../lib/words/load/way-in";
import { noteStatus } from "../access/ask";

export type ListedBoard = { readonly id: BoardId; readonly name: string };
export type ListedRotation = {
  readonly id: string;
  readonly name: string;
  readonly boardIds: readonly BoardId[];
  readonly everyMs: number;
};
export type ListedSource = {
  readonly id: string;
  readonly kind: string;
  readonly state: FeedState;
  /** Why it stands so, for people; may be empty. null: not told to this reader. */
  readonly detail: string | null;
  /** That nothing was told is said by us. */
  readonly silence: Silence | null;
  /** null: never. */
  readonly lastProofAtMs?: number | null;
};

/** EV6: why a source is not live, in the reader's words where they are ours; null: it is, or nobody knows. */
export function whyNotLive(source: ListedSource, { wayIn, formats }: WayInLexicon): string | null {
  const { state, detail, silence } = source;
  if (state === "live") return null;
  if (silence === null) return detail === "" ? null : detail;
  const { yet, for: forSeconds } = wayIn.nothingTold;
  return silence.forMs === null ? yet : forSeconds(formats.count(silence.forMs / 1_000));
}

/** What the server says of itself. */
export type Site = {
  readonly boards: readonly ListedBoard[];
  readonly rotations: readonly ListedRotation[];
  readonly sources: readonly ListedSource[];
};

/**
 * Asks the server for its boards and the state of its sources. Sources may be missing, boards may not.
 * @returns null: it could not be asked
 */
export async function readSite(signal: AbortSignal): Promise<Site | null> {
  try {
    const [boards, sources] = await Promise.all([
      fetch("/api/v1/boards", { signal }).then(bodyOf),
      // Not ready is an answer too: it says what it waits for.
      fetch("/readyz", { signal }).then(
        (answer) => answer.json() as Promise<unknown>,
        () => null,
      ),
    ]);
    return {
      boards: listIn(boards, "boards"),
      rotations: listIn(boards, "rotations"),
      sources: listIn(sources, "sources"),
    };
  } catch {
    return null;
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  noteStatus(answer.status);
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
  return answer.json();
}

/** The list of that name; anything else is empty. */
function listIn<Item>(body: unknown, name: string): readonly Item[] {
  if (typeof body !== "object" || body === null) return [];
  const list = (body as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(list) ? (list as readonly Item[]) : [];
}
