import type { WallLexicon } from "../../load/wall";
import { say } from "../alerts/say";
import { words } from "../words";
import { wall } from "./wall";

export const wallWords: WallLexicon = { ...words, wall, say };
