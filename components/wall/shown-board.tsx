import { type JSX, memo } from "react";
import type { Theme } from "../../lib/config";
import type { BoardId } from "../../lib/vocabulary";
import { useBoard } from "../board/use-board";
import { useNow } from "../shared/time/use-now";
import { useWallWords } from "../shared/speech/use-wall-words";
import { freshnessOf } from "../shared/board/freshness";
import { lookFromAddress } from "./frame/look-from-address";
import { usePicture } from "./frame/use-picture";
import { aboveStrip } from "./tv/strip";
import { WallBoard } from "./wall-board";
import { WallMessage } from "./wall-message";
import { refusalWords } from "./words/refusal-words";

type Props = {
  readonly boardId: BoardId;
  readonly theme: Theme;
  /** The screen has something to say below the board. */
  readonly strip: boolean;
};

/** One board on the wall, drawn when it changes and with every second. */
export const ShownBoard = memo(function ShownBoard({ boardId, theme, strip }: Props): JSX.Element {
  const words = useWallWords();
  const { wall } = words;
  const picture = usePicture();
  const { snapshot, problem, connection, aheadMs, heardAt } = useBoard(boardId, "tv");
  const now = useNow();
  if (problem !== null) return <WallMessage title={refusalWords(boardId, problem, words)} />;
  const freshness = now === null ? null : freshnessOf({ snapshot, aheadMs, heardAt }, now);
  if (now === null || picture === null || freshness === null || snapshot === null || aheadMs === null)
    return <WallMessage title={connection === "lost" ? wall.noServer : wall.connecting} />;
  const { viewing } = lookFromAddress(snapshot.look, globalThis.location.search);
  const place = strip ? aboveStrip(picture, viewing) : { picture, viewing };
  return (
    <WallBoard
      theme={theme}
      picture={place.picture}
      viewing={place.viewing}
      snapshot={snapshot}
      freshness={freshness}
      nowMs={now.wallMs + aheadMs}
    />
  );
});
