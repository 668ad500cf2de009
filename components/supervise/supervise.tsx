"use client";

import { type JSX, useEffect } from "react";
import { NO_SUCH_BOARD } from "../../lib/wire/protocol";
import { AccessGate } from "../access/access-gate";
import { useBoard } from "../board/use-board";
import { useReloadWhenQuiet } from "../board/use-reload-when-quiet";
import { useNow } from "../shared/time/use-now";
import { Speaks } from "../shared/speech/speaks";
import { DESK_SPEECH, useDeskWords } from "../shared/speech/use-desk-words";
import { useScreenWords } from "../shared/speech/use-screen-words";
import { useTheme } from "../shared/page/use-theme";
import { freshnessOf } from "../shared/board/freshness";
import type { Choice } from "./choice/choice";
import { useChoice } from "./choice/use-choice";
import { SuperviseMessage } from "./supervise-message";
import { SupervisePage } from "./supervise-page";
import { isInUse } from "./frame/in-use";
import { SuperviseSkeleton } from "./supervise-skeleton";

const waiting = (says: string): JSX.Element => <SuperviseSkeleton says={says} />;

/** The supervisor's page: a board's queues, one of them in all its parts, and the contacts behind its figures. */
export function Supervise(): JSX.Element {
  const choice = useChoice();
  const words = useScreenWords(DESK_SPEECH, null);
  useTheme();
  if (choice === null || words === null) return <SuperviseSkeleton says="Pickup" />;
  return (
    <Speaks speech={DESK_SPEECH} words={words}>
      <AccessGate page="supervise" waiting={waiting}>
        <SuperviseBoard choice={choice} />
      </AccessGate>
    </Speaks>
  );
}

function SuperviseBoard({ choice }: { readonly choice: Choice }): JSX.Element {
  const { supervise, shared } = useDeskWords();
  const { boardId } = choice;
  const board = useBoard(boardId, "laptop");
  const now = useNow();
  const name = board.snapshot?.site.name;
  useEffect(() => {
    document.title = [shared.nav.supervise, name, "Pickup"].filter((each) => each !== undefined).join(" · ");
  }, [shared.nav.supervise, name]);
  useReloadWhenQuiet(isInUse);
  if (board.problem !== null) {
    const unknown = board.problem === NO_SUCH_BOARD;
    const title = unknown ? supervise.noBoard(boardId) : supervise.boardRefused(boardId, board.problem);
    return <SuperviseMessage title={title} way={["/", supervise.seeBoards]} />;
  }
  const freshness = now === null ? null : freshnessOf(board, now);
  if (now === null || freshness === null || board.snapshot === null || board.aheadMs === null) {
    if (board.connection === "lost")
      return <SuperviseMessage title={supervise.noServer} way={["/", supervise.seeBoards]} />;
    return <SuperviseSkeleton says={supervise.connecting} />;
  }
  return (
    <SupervisePage
      choice={choice}
      snapshot={board.snapshot}
      connected={board.connection === "connected"}
      freshness={freshness}
      now={now}
      nowMs={now.wallMs + board.aheadMs}
      aheadMs={board.aheadMs}
    />
  );
}
