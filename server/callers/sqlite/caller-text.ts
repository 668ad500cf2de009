import { roomFor } from "./sealing";

/** What is sealed of a caller. Nobody can dial a number, or read a name, that does not fit: its end is left out. */
export function callerText(number: string, name: string | null): string {
  let [kept, called] = [number.slice(0, roomFor("number")), name?.slice(0, roomFor("number")) ?? null];
  for (;;) {
    const text = JSON.stringify([kept, called]);
    if (Buffer.byteLength(text) <= roomFor("number")) return text;
    if (called !== null && called !== "") called = withoutLast(called);
    else kept = withoutLast(kept);
  }
}

export function readCallerText(text: string): { readonly number: string; readonly name: string | null } {
  const [number, name] = JSON.parse(text) as [string, string | null];
  return { number, name };
}

const withoutLast = (text: string): string => text.replace(/[\s\S]$/u, "");
