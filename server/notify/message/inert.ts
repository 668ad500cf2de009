import { cleanName } from "../../../lib/names/names";

/** Cannot be seen, and nothing that looks for links, mentions or markup reads across it. */
const JOINER = "\u2060";

const LOOKS = new Map([
  ["<", "‹"],
  [">", "›"],
]);

/** What chats and mail programs make something of: mentions, addresses, links of Markdown, entities, dates of cards. */
const MADE_INTO_SOMETHING =
  /@|:(?=\/\/)|(?<=[\p{L}\p{N}_-])\.(?=[\p{L}_])|\](?=\()|\{(?=\{)|&(?=#?[\p{L}\p{N}]+;)|:(?=[\w+-]+:)/gu;

/**
 * NO30: a text that says what it says and is nothing but text wherever it is shown: one line, no angle brackets, no
 * mention, no address that is made a link, no markup of links.
 */
export const inert = (text: string): string =>
  cleanName(text)
    .replace(/[<>]/g, (bracket) => LOOKS.get(bracket) ?? "")
    .replace(MADE_INTO_SOMETHING, (found) => found + JOINER);

/** At most so many units of UTF-16, as Slack and Teams count; never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
}
