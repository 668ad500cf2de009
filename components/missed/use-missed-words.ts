import { useContext } from "react";
import { missedWords as english } from "../../lib/words/en/missed/words";
import { loadMissedWords, type MissedLexicon } from "../../lib/words/load/missed";
import { createSpeech } from "../shared/speech/speech";

export const MISSED_SPEECH = createSpeech(english, loadMissedWords);

/** All that the page of missed calls says. */
export const useMissedWords = (): MissedLexicon => useContext(MISSED_SPEECH.Context);
