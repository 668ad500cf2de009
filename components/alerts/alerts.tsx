"use client";

import type { JSX } from "react";
import { MAIN_BOARD } from "../../lib/vocabulary";
import { AccessGate } from "../access/access-gate";
import { usePageBoard } from "../board/use-page-board";
import { useTheme } from "../shared/page/use-theme";
import { Speaks } from "../shared/speech/speaks";
import { useScreenWords } from "../shared/speech/use-screen-words";
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
  const board = usePageBoard(MAIN_BOARD, shared.nav.alerts);
  if (board.kind === "there") return <AlertsPage {...board} />;
  return <AlertsSkeleton says={board.lost ? alerts.noServer : alerts.connecting} shown />;
}
