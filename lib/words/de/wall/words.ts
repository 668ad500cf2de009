import type { WallLexicon } from "../../load/wall";
import { words } from "../words";
import { wall } from "./wall";

export const wallWords: WallLexicon = { ...words, wall };
