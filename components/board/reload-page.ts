/**
 * Loads this page anew where the server serves it; a page that is there is never given up for one that is not.
 * @param note remembers that it was done, just before it is
 */
export async function reloadWhenServed(note: () => void): Promise<void> {
  try {
    const answer = await fetch(globalThis.location.href, { cache: "no-store" });
    if (!answer.ok) return;
  } catch {
    return;
  }
  note();
  globalThis.location.reload();
}
