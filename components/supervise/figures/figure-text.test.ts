import { expect, it } from "vitest";
import { LANGUAGES } from "../../../lib/words/language";
import { loadDeskWords } from "../../../lib/words/load/desk";
import { rateWords } from "./figure-text";

it("[CO7] a rate names the contacts that it rests on, in every language", async () => {
  const said = await Promise.all(
    LANGUAGES.map(async (language) => {
      const words = await loadDeskWords[language]();
      return words.supervise.figures.answerRate(rateWords(392 / 414, 414, words)).replaceAll(/\s/g, " ");
    }),
  );
  expect(said).toEqual([
    "answer rate 94 % of 414",
    "Quote 94 % von 414",
    "atención 94 % de 414",
    "atendimento 94 % de 414",
    "réponse 94 % sur 414",
  ]);
});

it("[SL2] a rate of nothing rests on nothing", async () => {
  const words = await loadDeskWords.en();
  expect(words.supervise.figures.missedRate(rateWords(null, 0, words))).toBe("missed rate –");
});
