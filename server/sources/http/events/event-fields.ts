import * as z from "zod";
import { AGENT_STATES, type ToldEvent } from "../../../../lib/events";
import { plainId } from "../../../../lib/names/names";
import { agentId, contactId, queueId } from "../../../../lib/vocabulary";
import { callerFromText, nameFrom } from "../../caller-text";

/** What a telephone system can tell; how the way to it stands is not for it to say. */
export type ToldType = Exclude<ToldEvent["type"], `source.${string}`>;

/** The message of each field is what is expected there. */
const LONGEST_TEXT = 200;
const LONGEST_NUMBER = 40;
const LONGEST_DURATION_MS = 24 * 3_600_000;

const choice = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: `one of ${words.join(", ")}` });
const wholeNumber = (expected: string, least: number, most: number) =>
  z.number(expected).refine((value) => Number.isInteger(value) && value >= least && value <= most, expected);
const upTo = (expected: string, longest: number) =>
  z.string(expected).refine((value) => value.length <= longest && !/\p{Cs}/u.test(value), expected);

const ID = `a text of 1 to ${LONGEST_TEXT} characters without control characters`;
export const anId = z
  .string(ID)
  .refine((value) => value.trim() !== "" && value.length <= LONGEST_TEXT && plainId(value) === value, ID);
const name = upTo(`a text of up to ${LONGEST_TEXT} characters`, LONGEST_TEXT);
const shown = name.transform(nameFrom).nullable().default(null);
const durationMs = wholeNumber("whole milliseconds from 0 to 86400000", 0, LONGEST_DURATION_MS);
const notKnown = durationMs.nullable().default(null);

const CALLER = "number and name of the caller, or null";
const caller = z
  .strictObject(
    {
      number: upTo(`a text of up to ${LONGEST_NUMBER} characters`, LONGEST_NUMBER).nullable().default(null),
      name: name.nullable().default(null),
    },
    { error: CALLER },
  )
  .transform(({ number, name: called }) => callerFromText(number, called))
  .nullable()
  .default(null);

const queue = anId.transform(queueId);
const contact = anId.transform(contactId);
const agent = anId.transform(agentId);
/** Of a contact that comes to a queue once, nobody needs to count. */
const visit = {
  queueId: queue,
  contactId: contact,
  stay: wholeNumber("a whole number from 1 to 10000", 1, 10_000).default(1),
};
const channel = choice(["voice", "chat", "sms", "email"]).default("voice");

const fact = <const Type extends ToldType, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z
    .strictObject(shape, { error: "an object with the event's fields" })
    .transform((fields) => () => ({ type, ...fields }));

/** Of each type of event its fields; gives the event of an instant. */
export const EVENT_FIELDS: {
  readonly [Type in ToldType]: z.ZodType<(atMs: number) => Extract<ToldEvent, { readonly type: Type }>>;
} = {
  "contact.offered": fact("contact.offered", {
    ...visit,
    channel,
    caller,
    via: choice(["direct", "overflow", "callback"]).default("direct"),
  }),
  "contact.still-waiting": fact("contact.still-waiting", visit),
  "contact.answered": fact("contact.answered", { ...visit, agentId: agent }),
  "contact.abandoned": fact("contact.abandoned", visit),
  "contact.overflowed": fact("contact.overflowed", {
    ...visit,
    reason: choice(["timeout", "key", "empty", "withdrawn", "transferred"]),
    toQueueId: queue.nullable().default(null),
  }),
  "contact.refused": fact("contact.refused", {
    ...visit,
    channel,
    caller,
    reason: choice(["full", "empty", "closed"]),
  }),
  "contact.lost": fact("contact.lost", visit),
  "contact.completed": fact("contact.completed", {
    ...visit,
    agentId: agent.nullable().default(null),
    talkMs: notKnown,
    holdMs: notKnown,
    wrapUpMs: notKnown,
    endedBy: choice(["caller", "agent", "transfer", "unknown"]).default("unknown"),
  }),
  "contact.rated": fact("contact.rated", {
    contactId: contact,
    score: wholeNumber("a whole number from 0 to 1000", 0, 1_000),
    outOf: wholeNumber("a whole number from 1 to 1000", 1, 1_000),
  }),
  "contact.resolved": fact("contact.resolved", { contactId: contact, resolved: z.boolean("true or false") }),
  "agent.rang-unanswered": fact("agent.rang-unanswered", { ...visit, agentId: agent, ringMs: durationMs }),
  "agent.state-changed": z
    .strictObject({
      agentId: agent,
      queueId: queue.nullable().default(null),
      state: choice(AGENT_STATES),
      reason: shown,
      sinceAtMs: wholeNumber("an instant in epoch milliseconds, or null", 0, 8_640_000_000_000_000)
        .nullable()
        .default(null),
    })
    // Nobody is in a state from later on than it was told.
    .transform(({ sinceAtMs, ...fields }) => (atMs: number) => ({
      type: "agent.state-changed" as const,
      ...fields,
      sinceAtMs: Math.min(sinceAtMs ?? atMs, atMs),
    })),
  "agent.joined": fact("agent.joined", {
    agentId: agent,
    queueId: queue,
    name: shown,
    penalty: wholeNumber("a whole number from 0 to 1000000, or null", 0, 1_000_000).nullable().default(null),
  }),
  "agent.left": fact("agent.left", { agentId: agent, queueId: queue }),
  "outbound.answered": fact("outbound.answered", { caller, agentId: agent.nullable().default(null) }),
};

/** All types, in the order of lists for people. */
export const TOLD_TYPES = Object.keys(EVENT_FIELDS) as readonly ToldType[];
