/**
 * Does something for as long as none of these is aborted. `AbortSignal.any` would leave a trace of each use at a
 * signal that lives as long as the process.
 */
export async function withEither<Value>(
  signals: readonly AbortSignal[],
  use: (either: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const either = new AbortController();
  const abort = (): void => either.abort();
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
  }
  try {
    return await use(either.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener("abort", abort);
  }
}
