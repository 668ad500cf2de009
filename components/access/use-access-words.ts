import { useContext } from "react";
import { accessWords as english } from "../../lib/words/en/settings/access";
import { type AccessWords, loadAccessWords } from "../../lib/words/load/access";
import { createSpeech } from "../shared/speech/speech";

export const ACCESS_SPEECH = createSpeech(english, loadAccessWords);

/** The words of coming in, in the language of the words round it, below `AccessGate` and `Spoken`. */
export const useAccessWords = (): AccessWords => useContext(ACCESS_SPEECH.Context);
