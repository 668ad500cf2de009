import type { SettingsWords } from "../../load/settings";
import { accessWords } from "./access";
import { displays } from "./displays";
import { own } from "./own";
import { parts } from "./parts";
import { people } from "./people";
import { tokens } from "./tokens";
import { trail } from "./trail";

export const settingsWords: SettingsWords = {
  ...accessWords,
  parts,
  own,
  displays,
  people,
  tokens,
  trail,
};
