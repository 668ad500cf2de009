import type { MissedLexicon } from "../../load/missed";
import { words } from "../words";
import { missed } from "./missed";

export const missedWords: MissedLexicon = { ...words, missed };
