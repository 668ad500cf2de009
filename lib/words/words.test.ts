import { describe, expect, it, test } from "vitest";
import { LISTED_FIGURES } from "../desk/contact-types";
import { defaultThresholds, DEFAULT_TARGET } from "../config";
import { MESSAGE_WORDS } from "./alerts/message-words";
import { UNDELIVERED_WORDS } from "./alerts/undelivered-words";
import { LANGUAGES } from "./language";
import { loadAlertsWords } from "./load/alerts";
import { loadDeskWords } from "./load/desk";
import { loadMissedWords } from "./load/missed";
import { loadSettingsWords } from "./load/settings";
import { loadWallWords } from "./load/wall";
import { loadWayInWords } from "./load/way-in";
import { PAIRING_WORDS } from "./pairing";

/** All that is said in one language, by the screens and by the settings. */
const [english, ...translated] = await Promise.all(
  LANGUAGES.map(async (language) => ({
    ...(await loadWallWords[language]()),
    ...(await loadDeskWords[language]()),
    ...(await loadWayInWords[language]()),
    ...(await loadAlertsWords[language]()),
    ...(await loadMissedWords[language]()),
    settings: await loadSettingsWords[language](),
    pairing: PAIRING_WORDS[language],
    message: MESSAGE_WORDS[language],
    undelivered: UNDELIVERED_WORDS[language],
  })),
);
if (english === undefined) throw new Error("no English");

type Words = typeof english;
type Text = { readonly key: string; readonly text: string };

/** Told apart in any sentence, and no language's singular. */
const GIVEN = ["71", "72", "73", "74"];

/** Every text of a catalogue by its key. What a function says is asked with `GIVEN`, as often as the English takes. */
function textsOf(part: unknown, original: unknown, key: string): readonly Text[] {
  if (typeof part === "string") return [{ key, text: part }];
  if (typeof part === "function") return [{ key, text: String(part(...GIVEN.slice(0, arityOf(original)))) }];
  if (typeof part !== "object" || part === null) return [];
  return Object.keys(part).flatMap((name) => textsOf(field(part, name), field(original, name), `${key}.${name}`));
}

const field = (part: unknown, name: string): unknown => (part as Readonly<Record<string, unknown>>)[name];
const arityOf = (original: unknown): number => (typeof original === "function" ? original.length : 0);

const PARTS = [
  "figures",
  "shared",
  "wall",
  "supervise",
  "tables",
  "wayIn",
  "settings",
  "pairing",
  "say",
  "tell",
  "alerts",
  "missed",
  "message",
] as const;
const catalogueOf = (words: Words): readonly Text[] =>
  PARTS.flatMap((part) => textsOf(words[part], english[part], part));

const original = catalogueOf(english);

/** Names, units and shorthand that every language writes alike. */
const SAME_EVERYWHERE = ["OK", "Demo", "ASA", "Asterisk", "Microsoft Teams", "Slack", "Webhook", "s", "min"];
/** Words of a language that English has too. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  de: ["AHT", "Boards", "in", "Level", "live", "Median", "Name", "Position", "Queue", "Queues", "Simulator", "E Mail"],
  fr: [
    "Agents",
    "Condition",
    "contacts",
    "Messages",
    "Notifications",
    "Position",
    "Rotations",
    "Silences",
    "sources",
    "Sources",
  ],
  "pt-BR": ["E mail"],
};

/** What is left to translate: a text without its figures and signs. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}]+/gu, " ").trim();
const isSentence = (text: string): boolean => lettersOf(text).split(" ").length > 3;

describe.each(translated.map((words) => [words.language, words] as const))("in %s", (language, words) => {
  const texts = catalogueOf(words);

  it("there is a text for every key, none of them empty", () => {
    expect(texts.map(({ key }) => key)).toEqual(original.map(({ key }) => key));
    expect(texts.filter(({ text }) => text.trim() === "" || text.includes("undefined"))).toEqual([]);
  });

  it("nothing is left in English", () => {
    const known = new Set(["", ...SAME_EVERYWHERE, ...(SAME_AS_ENGLISH[language] ?? [])]);
    const same = texts.filter(({ text }, index) => text === original[index]?.text);
    expect(same.filter(({ text }) => !known.has(lettersOf(text)))).toEqual([]);
  });

  it("every sentence says what is put into it", () => {
    const missing = texts.filter(({ text }, index) =>
      GIVEN.some((given) => original[index]?.text.includes(given) && !text.includes(given)),
    );
    expect(missing).toEqual([]);
  });

  // Two languages may well say `82 de 104 atendidas`.
  it("no sentence is another language's", () => {
    const others = new Set(
      translated
        .filter((each) => each !== words)
        .flatMap(catalogueOf)
        .map(({ text }) => text),
    );
    expect(texts.filter(({ text }) => isSentence(text) && others.has(text))).toEqual([]);
  });
});

describe.each([english, ...translated].map((words) => [words.language, words] as const))("in %s", (_, words) => {
  it("every figure has a name that fits a wall and a definition in sentences", () => {
    for (const { label, definition } of Object.values(words.figures.entries)) {
      expect(label.length, label).toBeLessThanOrEqual(22);
      expect(definition).toMatch(/^\p{Lu}.{20,}[^.]\.$/u);
    }
    for (const short of Object.values(words.figures.short)) expect(short.length, short).toBeLessThanOrEqual(14);
  });

  it("[SL6] each formula is named with its threshold, unlike the others", () => {
    const named = Object.values(words.figures.formulas).map((name) => name("60 s"));
    expect(named.filter((name) => name.includes("60 s"))).toHaveLength(4);
    expect(new Set(named).size).toBe(4);
  });

  it("states are told apart by their words", () => {
    expect(new Set(Object.values(words.shared.states)).size).toBe(5);
    expect(new Set(Object.values(words.shared.agentStates)).size).toBe(7);
  });
});

test("every figure that is listed or judged has a definition", () => {
  const { minimumContacts: _, ...judged } = defaultThresholds(DEFAULT_TARGET);
  for (const figure of [...LISTED_FIGURES, ...Object.keys(judged)])
    expect(Object.keys(english.figures.entries)).toContain(figure);
});
