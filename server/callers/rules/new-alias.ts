import { randomBytes } from "node:crypto";
import { callerAlias, type CallerAlias } from "../../../lib/vocabulary";

/** A new name for a caller: 96 random bits, so that it says nothing of him and is never given twice. */
export const newAlias = (): CallerAlias => callerAlias(randomBytes(12).toString("base64url"));
