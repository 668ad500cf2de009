import type { SettingsWords } from "../../load/settings";
import { displays } from "./displays";
import { frame } from "./frame";
import { own } from "./own";
import { parts } from "./parts";
import { people } from "./people";
import { signIn } from "./sign-in";
import { tokens } from "./tokens";
import { trail } from "./trail";

export const settingsWords: SettingsWords = {
  language: "fr",
  signIn,
  frame,
  parts,
  own,
  displays,
  people,
  tokens,
  trail,
};
