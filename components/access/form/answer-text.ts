import type { AccessWords } from "../../../lib/words/load/access";
import type { Answer } from "../ask";

/** Why something did not work, as a sentence. The server's own words are English, whatever the page speaks. */
export function problemText(answer: Exclude<Answer<unknown>, { kind: "ok" }>, { signIn }: AccessWords): string {
  return answer.kind === "no-answer" ? signIn.noAnswer : signIn.refused(answer.detail);
}
