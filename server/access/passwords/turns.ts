/** Lets a few work at once; the others wait in a line of limited length. */
export type Turns = {
  /**
   * `ahead`: before those who are not, and however long the line is.
   * @returns null: the line is full, the work was not begun
   */
  readonly take: <Result>(work: () => Promise<Result>, ahead: boolean) => Promise<Result> | null;
};

export function createTurns({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Turns {
  const first: (() => void)[] = [];
  const others: (() => void)[] = [];
  let working = 0;

  const next = (): void => {
    if (working >= atOnce) return;
    const start = first.shift() ?? others.shift();
    if (start === undefined) return;
    working += 1;
    start();
  };

  return {
    take: (work, ahead) => {
      if (!ahead && working >= atOnce && others.length >= waiting) return null;
      const turn = new Promise<void>((resolve) => {
        (ahead ? first : others).push(resolve);
        next();
      });
      return turn.then(work).finally(() => {
        working -= 1;
        next();
      });
    },
  };
}
