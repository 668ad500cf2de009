import { useContext } from "react";
import { settingsWords as english } from "../../../lib/words/en/settings/words";
import { loadSettingsWords, type SettingsWords } from "../../../lib/words/load/settings";
import { createSpeech } from "../../shared/speech/speech";

export const SETTINGS_SPEECH = createSpeech(english, loadSettingsWords);

/** The words of the settings, in the language of the words round them, below `SettingsPage`. */
export const useSettingsWords = (): SettingsWords => useContext(SETTINGS_SPEECH.Context);
