import * as z from "zod";
import { ROLES, TOKEN_SCOPES } from "../../../../lib/access/roles";
import { PAIRING_CODE_LENGTH } from "../../../../lib/access/access-types";
import { cleanName, plainId } from "../../../../lib/names/names";
import { boardId, queueId, type QueueId } from "../../../../lib/vocabulary";
import { LONGEST_NAME, nameProblem } from "../../../access/accounts/name";
import { readPairingCode } from "../../../access/displays/pairing-code";
import { listed } from "../../reading/listed";

/** Fields that accounts, displays and tokens have. */
const LONGEST_TEXT = 1_000;
const LONGEST_ID = 200;
const MOST_QUEUES = 2_000;

const NAME = `a name of 1 to ${LONGEST_NAME} characters`;
/** The name of an account, a display or a token: nothing in it that cannot be seen. */
export const name = z
  .string({ error: NAME })
  .max(LONGEST_TEXT, { error: NAME })
  .transform(cleanName)
  .refine((clean) => nameProblem(clean, "It") === null, { error: NAME });

export const role = z.enum(ROLES, { error: listed(ROLES) });
export const tokenScope = z.enum(TOKEN_SCOPES, { error: listed(TOKEN_SCOPES) });

const QUEUES = "a list of queues' ids, or null for all";
/** A queue appears by itself once it is heard of, so one of them need not be known yet. */
export const queueIds = z
  .array(z.string({ error: QUEUES }).max(LONGEST_ID, { error: QUEUES }), { error: QUEUES })
  .max(MOST_QUEUES, { error: `a list of at most ${MOST_QUEUES} queues` })
  .transform((ids): readonly QueueId[] => [...new Set(ids.map(cleanQueueId))].filter((id) => id !== ""))
  .nullable();

const cleanQueueId = (written: string): QueueId => queueId(plainId(written).trim());

const SCREEN = "the id of a board or a rotation";
export const screenId = z
  .string({ error: SCREEN })
  .min(1, { error: SCREEN })
  .max(LONGEST_ID, { error: SCREEN })
  .transform(boardId);

const CODE = `the ${PAIRING_CODE_LENGTH} characters that the display shows`;
/** As people write it: in small letters, with a space or a dash in the middle. */
export const pairingCode = z
  .string({ error: CODE })
  .transform((typed) => readPairingCode(typed) ?? "")
  .refine((code) => code !== "", { error: CODE });
