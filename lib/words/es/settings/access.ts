import type { AccessWords } from "../../load/access";
import { frame } from "./frame";
import { signIn } from "./sign-in";

export const accessWords: AccessWords = { language: "es", signIn, frame };
