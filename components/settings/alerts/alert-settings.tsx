"use client";

import type { JSX } from "react";
import type { AlertRulesPage } from "../../../lib/alerts/alert-api";
import { ALERTS_SPEECH } from "../../alerts/use-alerts-words";
import { useLoaded } from "../../shared/speech/speech";
import { useWords } from "../../shared/use-words";
import { useSettingsWords } from "../frame/use-settings-words";
import { readerZone } from "../parts/reader-clock";
import { useListed } from "../parts/use-listed";
import { Rules } from "./rules/rules";
import { Silences } from "./silences/silences";
import { Channels } from "./ways/channels";

const EVERY_MS = 60_000;

/** When somebody is told of what: rules, silences, and the channels it goes over. */
export function AlertSettings(): JSX.Element | null {
  const alerts = useLoaded(ALERTS_SPEECH, useWords().language);
  if (alerts === null) return null;
  return (
    <ALERTS_SPEECH.Context.Provider value={alerts}>
      <Parts />
    </ALERTS_SPEECH.Context.Provider>
  );
}

function Parts(): JSX.Element {
  const { parts } = useSettingsWords();
  const listed = useListed<AlertRulesPage>("/api/v1/alert-rules", EVERY_MS);
  return (
    <>
      <Rules listed={listed} />
      <Silences known={listed.value} />
      <Channels />
      <p className="sl-foot">{parts.times(readerZone())}</p>
    </>
  );
}
