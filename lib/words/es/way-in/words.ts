import type { WayInLexicon } from "../../load/way-in";
import { words } from "../words";
import { wayIn } from "./way-in";

export const wayInWords: WayInLexicon = { ...words, wayIn };
