import type { AlertsLexicon } from "../../load/alerts";
import { words } from "../words";
import { alerts } from "./alerts";
import { say } from "./say";
import { tell } from "./tell";

export const alertsWords: AlertsLexicon = { ...words, say, tell, alerts };
