const LONGEST = 160;

/** The beginning of what a stranger's server said, short enough for a row. */
export function firstLine(answer: string): string {
  const [line = ""] = answer.trim().split(/[\r\n]/, 1);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
