"use client";

import type { JSX } from "react";
import { assertNever } from "../../lib/vocabulary";
import { NO_SUCH_BOARD } from "../../lib/wire/protocol";
import { AccessGate } from "../access/access-gate";
import { usePageBoard } from "../board/use-page-board";
import { Speaks } from "../shared/speech/speaks";
import { DESK_SPEECH, useDeskWords } from "../shared/speech/use-desk-words";
import { useScreenWords } from "../shared/speech/use-screen-words";
import { useTheme } from "../shared/page/use-theme";
import type { Choice } from "./choice/choice";
import { useChoice } from "./choice/use-choice";
import { SuperviseMessage } from "./supervise-message";
import { SupervisePage } from "./supervise-page";
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
  const board = usePageBoard(boardId, shared.nav.supervise);
  switch (board.kind) {
    case "there":
      return <SupervisePage choice={choice} {...board} />;
    case "refused": {
      const { problem } = board;
      const title = problem === NO_SUCH_BOARD ? supervise.noBoard(boardId) : supervise.boardRefused(boardId, problem);
      return <SuperviseMessage title={title} way={["/", supervise.seeBoards]} />;
    }
    case "awaited":
      if (!board.lost) return <SuperviseSkeleton says={supervise.connecting} />;
      return <SuperviseMessage title={supervise.noServer} way={["/", supervise.seeBoards]} />;
    default:
      return assertNever(board);
  }
}
