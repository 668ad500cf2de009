"use client";

import { type JSX, useEffect } from "react";
import { MAIN_BOARD } from "../../lib/vocabulary";
import { AccessGate } from "../access/access-gate";
import { useBoard } from "../board/use-board";
import { useReloadWhenQuiet } from "../board/use-reload-when-quiet";
import { freshnessOf } from "../shared/board/freshness";
import { useTheme } from "../shared/page/use-theme";
import { Speaks } from "../shared/speech/speaks";
import { useScreenWords } from "../shared/speech/use-screen-words";
import { useNow } from "../shared/time/use-now";
import { isInUse } from "../supervise/frame/in-use";
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
  const board = useBoard(MAIN_BOARD, "laptop");
  const now = useNow();
  const name = board.snapshot?.site.name;
  useEffect(() => {
    document.title = [shared.nav.missed, name, "Pickup"].filter((each) => each !== undefined).join(" · ");
  }, [shared.nav.missed, name]);
  useReloadWhenQuiet(isInUse);
  const freshness = now === null ? null : freshnessOf(board, now);
  const { snapshot, aheadMs } = board;
  if (now === null || freshness === null || snapshot === null || aheadMs === null)
    return <MissedSkeleton says={board.connection === "lost" ? missed.noServer : missed.connecting} shown />;
  return (
    <MissedPage
      choice={choice}
      snapshot={snapshot}
      connected={board.connection === "connected"}
      freshness={freshness}
      nowMs={now.wallMs + aheadMs}
    />
  );
}
