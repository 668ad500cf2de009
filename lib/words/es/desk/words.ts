import type { DeskLexicon } from "../../load/desk";
import { words } from "../words";
import { supervise } from "./supervise";
import { tables } from "./tables";

export const deskWords: DeskLexicon = { ...words, supervise, tables };
