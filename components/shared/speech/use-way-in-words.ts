import { useContext } from "react";
import { wayInWords as english } from "../../../lib/words/en/way-in/words";
import { type WayInLexicon, loadWayInWords } from "../../../lib/words/load/way-in";
import { createSpeech } from "./speech";

export const WAY_IN_SPEECH = createSpeech(english, loadWayInWords);

/** All that the way in says. */
export const useWayInWords = (): WayInLexicon => useContext(WAY_IN_SPEECH.Context);
