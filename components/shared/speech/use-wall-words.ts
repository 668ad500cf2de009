import { useContext } from "react";
import { wallWords as english } from "../../../lib/words/en/wall/words";
import { type WallLexicon, loadWallWords } from "../../../lib/words/load/wall";
import { createSpeech } from "./speech";

export const WALL_SPEECH = createSpeech(english, loadWallWords);

/** All that a wall says. */
export const useWallWords = (): WallLexicon => useContext(WALL_SPEECH.Context);
