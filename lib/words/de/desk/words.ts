import type { DeskLexicon } from "../../load/desk";
import { say } from "../alerts/say";
import { tell } from "../alerts/tell";
import { words } from "../words";
import { supervise } from "./supervise";
import { tables } from "./tables";

export const deskWords: DeskLexicon = { ...words, say, tell, supervise, tables };
