/** What the server prints is 43 characters; an address may be cut or wrapped, and nobody sends a book. */
const TOKEN = /^[\w-]{8,200}$/;

/**
 * The secret part of the one-time link.
 * @param fragment `location.hash`, with its `#`
 * @returns null: there is none
 */
export function setupToken(fragment: string): string | null {
  const text = fragment.replace(/^#/, "").trim();
  return TOKEN.test(text) ? text : null;
}
