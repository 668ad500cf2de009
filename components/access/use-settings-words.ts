import { useContext } from "react";
import { settingsWords as english } from "../../lib/words/en/settings/words";
import { loadSettingsWords, type SettingsWords } from "../../lib/words/load/settings";
import { createSpeech } from "../shared/speech/speech";

export const SETTINGS_SPEECH = createSpeech(english, loadSettingsWords);

/** What `useSettingsWords` gives below it, in the language of the words round it. */
export const SettingsWordsContext = SETTINGS_SPEECH.Context;

/** The words of coming in and of the settings; there are some below `AccessGate` and `Spoken`. */
export const useSettingsWords = (): SettingsWords => useContext(SettingsWordsContext);
