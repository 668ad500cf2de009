import type { SettingsWords } from "../../load/settings";
import { accessWords } from "./access";
import { ruleForm } from "./alerts/rule-form";
import { rules } from "./alerts/rules";
import { silences } from "./alerts/silences";
import { ways } from "./alerts/ways";
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
  rules,
  ruleForm,
  ways,
  silences,
};
