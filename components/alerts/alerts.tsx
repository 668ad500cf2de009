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
import { AlertsPage } from "./alerts-page";
import { AlertsSkeleton } from "./frame/alerts-skeleton";
import { ALERTS_SPEECH, useAlertsWords } from "./use-alerts-words";

const waiting = (says: string): JSX.Element => <AlertsSkeleton says={says} />;

/** The page of alerts: what fires and who has it, what is over, and whether there are too many. */
export function Alerts(): JSX.Element {
  const words = useScreenWords(ALERTS_SPEECH, null);
  useTheme();
  if (words === null) return <AlertsSkeleton says="Pickup" />;
  return (
    <Speaks speech={ALERTS_SPEECH} words={words}>
      <AccessGate page="alerts" waiting={waiting}>
        <AlertsOfSite />
      </AccessGate>
    </Speaks>
  );
}

/** Everybody's board of all that he may see carries all alerts that he may see. */
function AlertsOfSite(): JSX.Element {
  const { shared, alerts } = useAlertsWords();
  const board = useBoard(MAIN_BOARD, "laptop");
  const now = useNow();
  const name = board.snapshot?.site.name;
  useEffect(() => {
    document.title = [shared.nav.alerts, name, "Pickup"].filter((each) => each !== undefined).join(" · ");
  }, [shared.nav.alerts, name]);
  useReloadWhenQuiet(isInUse);
  const freshness = now === null ? null : freshnessOf(board, now);
  const { snapshot, aheadMs } = board;
  if (now === null || freshness === null || snapshot === null || aheadMs === null)
    return <AlertsSkeleton says={board.connection === "lost" ? alerts.noServer : alerts.connecting} shown />;
  return <AlertsPage snapshot={snapshot} freshness={freshness} now={now} nowMs={now.wallMs + aheadMs} />;
}
