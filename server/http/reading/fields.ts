import * as z from "zod";

/** Fields of bodies. The message of each is what it must be, in words that follow "must be". */
const LONGEST_TEXT = 1_000;

const TEXT = `a text of up to ${LONGEST_TEXT} characters`;
/** A password, a secret, a name that somebody says is his: no more of it than is worth comparing. */
export const text = z.string({ error: TEXT }).max(LONGEST_TEXT, { error: TEXT });

/** What something is called by here: a board, the key that a list gave. */
export const aName = z.string("a name").min(1, "a name").max(LONGEST_TEXT, "a name");

export const flag = z.boolean({ error: "true or false" });

/** The fields of a body; another key is a problem. */
export const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape);
