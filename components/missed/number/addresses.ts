/** What opens a telephone, here or on another page. */
const CALLS = ["tel:", "sip:", "sips:", "https:", "http:"];
const LISTENS = ["https:", "http:"];

/** An address that leads nowhere but where it says; null: it is none, or none that may be opened. */
function openable(address: string | null, schemes: readonly string[]): string | null {
  if (address === null) return null;
  try {
    const { protocol, href } = new URL(address);
    return schemes.includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** RE50: what a call may be opened with; no script, no file. A telephone dials a + only where it stands as one. */
export function callAddress(address: string | null): string | null {
  const calls = openable(address, CALLS);
  return calls === null || isPage(calls) ? calls : calls.replaceAll(/%2b/gi, "+");
}

/** Where a recording may be heard. */
export const recordingAddress = (address: string | null): string | null => openable(address, LISTENS);

/** Whether it is another page, which must not take this one's place. */
export const isPage = (address: string): boolean => address.startsWith("http");
