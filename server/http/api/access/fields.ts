import * as z from "zod";
import { ROLES, TOKEN_SCOPES } from "../../../../lib/access/roles";
import { PAIRING_ALPHABET, PAIRING_CODE_LENGTH } from "../../../../lib/access/access-types";
import { boardId, queueId, type QueueId } from "../../../../lib/vocabulary";
import { cleanName } from "../../../sources/asterisk/text";

/** Fields of bodies. The message of each is what it must be, in words that follow "must be". */
const LONGEST_NAME = 64;
/** More of a password is not looked at: hashing it would cost as much as somebody likes. */
const LONGEST_PASSWORD = 1_024;
const LONGEST_QUEUE_ID = 200;
const MOST_QUEUES = 2_000;

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

/** A name as people see it: nothing that cannot be seen, and no more than is shown. */
export const name = z
  .string({ error: "a name" })
  .refine((text) => text.length <= 4 * LONGEST_NAME, { error: `a name of 1 to ${LONGEST_NAME} characters` })
  .transform(cleanName)
  .refine((text) => text !== "", { error: `a name of 1 to ${LONGEST_NAME} characters` });

/** A name that somebody says is his; it need not be one. */
export const saidName = z
  .string({ error: "a name" })
  .refine((text) => text.length <= 4 * LONGEST_NAME, { error: "a name" })
  .transform(cleanName);

const PASSWORD = `a text of up to ${LONGEST_PASSWORD} characters`;
export const password = z.string({ error: PASSWORD }).max(LONGEST_PASSWORD, { error: PASSWORD });

export const secret = z.string({ error: "a text" }).max(LONGEST_PASSWORD, { error: "a text" });

export const role = z.enum(ROLES, { error: listed(ROLES) });
export const tokenScope = z.enum(TOKEN_SCOPES, { error: listed(TOKEN_SCOPES) });
export const flag = z.boolean({ error: "true or false" });

const QUEUES = "a list of queues' ids, or null for all";
/** A queue appears by itself once it is heard of, so one of them need not be known yet. */
export const queueIds = z
  .array(z.string({ error: QUEUES }).max(LONGEST_QUEUE_ID, { error: QUEUES }), { error: QUEUES })
  .max(MOST_QUEUES, { error: `a list of at most ${MOST_QUEUES} queues` })
  .transform((ids): readonly QueueId[] => [...new Set(ids.map(cleanQueueId))].filter((id) => id !== ""))
  .nullable();

const cleanQueueId = (text: string): QueueId => queueId(text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim());

const SCREEN = "the id of a board or a rotation";
export const screenId = z
  .string({ error: SCREEN })
  .min(1, { error: SCREEN })
  .max(LONGEST_QUEUE_ID, { error: SCREEN })
  .transform(boardId);

const CODE = `the ${PAIRING_CODE_LENGTH} characters that the display shows`;
/** As people write it: in small letters, with a space or a dash in the middle. */
export const pairingCode = z
  .string({ error: CODE })
  .max(64, { error: CODE })
  .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
  .refine((code) => code.length === PAIRING_CODE_LENGTH && [...code].every((each) => PAIRING_ALPHABET.includes(each)), {
    error: CODE,
  });

/** The fields of a body; another key is a problem. */
export const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape);
