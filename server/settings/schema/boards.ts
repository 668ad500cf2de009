import * as z from "zod";
import { BOARDS_AT_MOST } from "../../../lib/config";
import { name, numberOf, section, simpleId, spelledId } from "./parts";

export const language = z.enum(["en", "de", "es", "pt-BR", "fr"]);

const figure = z.enum([
  "serviceLevel",
  "waiting",
  "longestWait",
  "missed",
  "answerRate",
  "speedOfAnswer",
  "abandoned",
  "handlingTime",
  "agents",
]);

/** Where a screen hangs: its diagonal, and how far away the farthest reader sits. */
const screen = section({ inches: numberOf("inches", 10, 200), metres: numberOf("metres", 1, 30) });

export const board = section({
  id: simpleId,
  name: name.optional(),
  queues: z.array(spelledId).min(1).optional(),
  windowMinutes: z.literal([15, 30, 60]).optional(),
  figures: z.array(figure).min(1).max(5).optional(),
  period: z.enum(["today", "window"]).optional(),
  agentNames: z.enum(["full", "first", "none"]).optional(),
  language: language.optional(),
  theme: z.enum(["dark", "light", "contrast"]).optional(),
  screen: screen.optional(),
  sound: z.boolean().optional(),
  missedCost: z.boolean().optional(),
});

/** Boards that take turns on one screen. */
export const rotation = section({
  id: simpleId,
  name: name.optional(),
  boards: z.array(simpleId).min(2).max(BOARDS_AT_MOST),
  everySeconds: numberOf("seconds", 5, 600).optional(),
});

export type WrittenBoard = z.output<typeof board>;
export type WrittenRotation = z.output<typeof rotation>;
