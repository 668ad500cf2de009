import { didYouMean } from "../../did-you-mean";
import { refuseArgs, type CommandIo } from "../command";

/** The second word of a command, `add` of `pickup user add`. */
export type Action = (args: readonly string[], io: CommandIo) => Promise<number>;

/** Does what the second word names. @returns the exit code */
export function runAction(
  command: string,
  actions: ReadonlyMap<string, Action>,
  [word, ...args]: readonly string[],
  io: CommandIo,
): Promise<number> {
  const names = Array.from(actions.keys());
  const action = word === undefined ? undefined : actions.get(word);
  if (action !== undefined) return action(args, io);
  const problem =
    word === undefined || word.startsWith("-")
      ? `what is to be done comes first: ${names.join(", ")}`
      : `there is no "${word}"${didYouMean(word, names)}`;
  return Promise.resolve(refuseArgs(command, problem, io));
}
