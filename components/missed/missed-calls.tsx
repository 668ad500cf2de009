"use client";

import type { JSX } from "react";
import { MAIN_BOARD } from "../../lib/vocabulary";
import { AccessGate } from "../access/access-gate";
import { usePageBoard } from "../board/use-page-board";
import { useTheme } from "../shared/page/use-theme";
import { Speaks } from "../shared/speech/speaks";
import { useScreenWords } from "../shared/speech/use-screen-words";
import type { MissedChoice } from "./choice/missed-choice";
import { useMissedChoice } from "./choice/use-missed-choice";
import { MissedSkeleton } from "./frame/missed-skeleton";
import { MissedPage } from "./missed-page";
import { MISSED_SPEECH, useMissedWords } from "./use-missed-words";

const waiting = (says: string): JSX.Element => <MissedSkeleton says={says} />;

/** The page of missed calls: who is to be called back, who has whom, and why they were missed. */
export function MissedCalls(): JSX.Element {
  const choice = useMissedChoice();
  const words = useScreenWords(MISSED_SPEECH, null);
  useTheme();
  if (choice === null || words === null) return <MissedSkeleton says="Pickup" />;
  return (
    <Speaks speech={MISSED_SPEECH} words={words}>
      <AccessGate page="missed" waiting={waiting}>
        <MissedOfSite choice={choice} />
      </AccessGate>
    </Speaks>
  );
}

/** Everybody's board of all that he may see says when something changed, and how calm it is. */
function MissedOfSite({ choice }: { readonly choice: MissedChoice }): JSX.Element {
  const { shared, missed } = useMissedWords();
  const board = usePageBoard(MAIN_BOARD, shared.nav.missed);
  if (board.kind === "there") return <MissedPage choice={choice} {...board} />;
  return <MissedSkeleton says={board.lost ? missed.noServer : missed.connecting} shown />;
}
