import type { SettingsWords } from "../../load-settings";
import { frame } from "./frame";
import { own } from "./own";
import { parts } from "./parts";
import { signIn } from "./sign-in";

export const settingsWords: SettingsWords = { language: "pt-BR", signIn, frame, parts, own };
