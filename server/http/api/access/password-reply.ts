import { passwordProblem } from "../../../access/passwords/password-problem";
import type { Reply } from "../../reply";
import { fieldReply } from "../../reading/checked-body";

/** 400 with the reason why somebody cannot have a password; null: he can. */
export function passwordReply(field: "password" | "next", password: string, name: string): Reply | null {
  const problem = passwordProblem(password, name);
  return problem === null ? null : fieldReply(field, problem);
}
