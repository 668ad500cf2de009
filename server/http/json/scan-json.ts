/** What JSON.parse does not say of a text. */
export type ScannedJson =
  | { readonly kind: "too-deep" }
  /**
   * `repeated`: names that stand twice in one object, of which JSON.parse would drop one without a word; the first of
   * each element of the outermost list, by its position (0 where the outermost is no list).
   */
  | { readonly kind: "scanned"; readonly repeated: ReadonlyMap<number, string> };

type Open = { readonly names: Set<string> | null; expectsName: boolean };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Looks through a text before it is parsed, in a time that grows with its length alone, whatever stands in it. Says
 * nothing of what is no JSON: JSON.parse does.
 * @param deepest how many brackets may stand open at once
 */
export function scanJson(text: string, deepest: number): ScannedJson {
  const repeated = new Map<number, string>();
  const open: Open[] = [];
  let element = 0;
  for (let at = 0; at < text.length; at += 1) {
    const top = open.at(-1);
    switch (text[at]) {
      case "{":
        open.push({ names: new Set(), expectsName: true });
        break;
      case "[":
        open.push({ names: null, expectsName: false });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (top?.names != null) top.expectsName = true;
        else if (open.length === 1) element += 1;
        break;
      case '"': {
        const end = endOfText(text, at);
        if (top?.names != null && top.expectsName) {
          const name = nameOf(text.slice(at, end + 1));
          if (top.names.has(name) && !repeated.has(element)) repeated.set(element, name);
          top.names.add(name);
          top.expectsName = false;
        }
        at = end;
        break;
      }
      default:
    }
    if (open.length > deepest) return { kind: "too-deep" };
  }
  return { kind: "scanned", repeated };
}

/** The position of the closing quote; that of the last character where there is none. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return text.length - 1;
}

/** `"a"` and `"\u0061"` are one name. */
function nameOf(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
