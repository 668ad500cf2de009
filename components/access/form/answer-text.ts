import type { SettingsWords } from "../../../lib/words/load/settings";
import type { Answer } from "../ask";

/** Why something did not work, as a sentence. The server's own words are English, whatever the page speaks. */
export function problemText(answer: Exclude<Answer<unknown>, { kind: "ok" }>, { signIn }: SettingsWords): string {
  return answer.kind === "no-answer" ? signIn.noAnswer : signIn.refused(answer.detail);
}
