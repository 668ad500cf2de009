import * as z from "zod";
import { plainId } from "../../../lib/names/names";
import { didYouMean } from "../../did-you-mean";

/**
 * A section whose unknown keys are problems; the message has a sentence for each of them, in order.
 * @param refused sentences for keys that people may expect and that are none
 */
export const section = <Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  refused: ReadonlyMap<string, string> = new Map(),
) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return undefined;
      const known = Object.keys(shape);
      const advice = (key: string) => didYouMean(key, known) || `; what can stand here: ${known.join(", ")}`;
      return issue.keys.map((key) => refused.get(key) ?? `there is no such key${advice(key)}`).join("\n");
    },
  });

export const text = (expected: string, isRight: (value: string) => boolean = () => true) =>
  z.string().refine((value) => value.trim() !== "" && value.length <= 200 && isRight(value), { error: expected });

export const numberWhere = (expected: string, isRight: (value: number) => boolean) =>
  z.number().refine(isRight, { error: expected });

export const wholeNumber = (what: string, least: number, most: number) =>
  numberWhere(`${what} from ${least} to ${most}`, (value) => isWithin(value, least, most) && Number.isInteger(value));

export const numberOf = (what: string, least: number, most: number) =>
  numberWhere(`${what} from ${least} to ${most}`, (value) => isWithin(value, least, most));

export const percentage = (least: number) =>
  numberWhere(
    `a percentage from ${least} to 100 with at most one decimal`,
    (value) => isWithin(value, least, 100) && Math.abs(value * 10 - Math.round(value * 10)) < 1e-6,
  );

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;

export const name = text("a text of up to 200 characters");
/** As a source spells it: there no id has a second line. */
export const spelledId = text(
  "a text of up to 200 characters without control characters",
  (value) => plainId(value) === value,
);
export const simpleId = text("an id of letters, digits, dot, dash and underscore", (value) =>
  /^[\w.-]{1,64}$/.test(value),
);
