import { isTooShort, PASSWORD_AT_LEAST } from "../../../lib/access/password-rule";
import type { SignInWords } from "../../../lib/words/en/settings/sign-in";

/** What is wrong with a new password, by field; null: nothing. */
export type PasswordProblems = { readonly password: string | null; readonly again: string | null };

export const NO_PASSWORD_PROBLEM: PasswordProblems = { password: null, again: null };

/** What can be said of a new password before it is sent. */
export function newPasswordProblems(password: string, again: string, { setUp }: SignInWords): PasswordProblems {
  if (isTooShort(password)) return { password: setUp.tooShort(String(PASSWORD_AT_LEAST)), again: null };
  return { password: null, again: again === password ? null : setUp.differs };
}
