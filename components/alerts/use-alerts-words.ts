import { useContext } from "react";
import { alertsWords as english } from "../../lib/words/en/alerts/words";
import { type AlertsLexicon, loadAlertsWords } from "../../lib/words/load/alerts";
import { createSpeech } from "../shared/speech/speech";

export const ALERTS_SPEECH = createSpeech(english, loadAlertsWords);

/** All that the page of alerts says. */
export const useAlertsWords = (): AlertsLexicon => useContext(ALERTS_SPEECH.Context);
