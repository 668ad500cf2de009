/** Why signing in the company's own way did not lead in, as `/sign-in?problem=` names it. */
export type CompanyProblem =
  /** It does not answer. */
  | "provider"
  /** It says no, or what it says is not believed. */
  | "refused"
  | "no-role"
  | "disabled"
  /** Begun too long ago, elsewhere, or answered before. */
  | "expired"
  | "throttled";
