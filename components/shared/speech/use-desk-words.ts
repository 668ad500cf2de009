import { useContext } from "react";
import { deskWords as english } from "../../../lib/words/en/desk/words";
import { type DeskLexicon, loadDeskWords } from "../../../lib/words/load/desk";
import { createSpeech } from "./speech";

export const DESK_SPEECH = createSpeech(english, loadDeskWords);

/** All that the supervisor's page says. */
export const useDeskWords = (): DeskLexicon => useContext(DESK_SPEECH.Context);
