import { describe, expect, it } from "vitest";
import { tables as german } from "./de/desk/tables";
import { tables as english } from "./en/desk/tables";
import { tables as spanish } from "./es/desk/tables";
import { tables as french } from "./fr/desk/tables";
import { tables as portuguese } from "./pt-br/desk/tables";

describe("a caller's day in words", () => {
  it("the first call has no number", () => {
    const said = [english, german, spanish, portuguese, french].map((words) => words.today(1, 0, null));
    expect(said).toEqual(["first call", "erster Anruf", "primera llamada", "primeira chamada", "1er appel"]);
  });

  it("counts calls as each language does", () => {
    const said = [german, spanish, portuguese, french].map((words) => words.today(3, 0, null));
    expect(said).toEqual(["3. Anruf", "3.ª llamada", "3ª chamada", "3e appel"]);
  });

  it.each([
    [2, "2nd call"],
    [3, "3rd call"],
    [4, "4th call"],
    [11, "11th call"],
    [12, "12th call"],
    [13, "13th call"],
    [21, "21st call"],
    [22, "22nd call"],
    [111, "111th call"],
  ])("English: the call number %i is the %s", (contacts, expected) => {
    expect(english.today(contacts, 0, null)).toBe(expected);
  });

  it("says how many were missed, and when one was answered", () => {
    expect(english.today(2, 1, null)).toBe("2nd call, missed once");
    expect(english.today(3, 2, null)).toBe("3rd call, missed twice");
    expect(english.today(6, 4, "09:12")).toBe("6th call, missed 4 times, answered at 09:12");
    expect(german.today(3, 2, "09:12")).toBe("3. Anruf, zweimal verpasst, um 09:12 angenommen");
    expect(french.today(3, 2, "09:12")).toBe("3e appel, manqué 2 fois, répondu à 09:12");
  });

  it("one o'clock is singular in Spanish and Portuguese", () => {
    expect(spanish.today(2, 0, "09:12")).toBe("2.ª llamada, atendida a las 09:12");
    expect(spanish.today(2, 0, "01:12")).toBe("2.ª llamada, atendida a la 01:12");
    expect(spanish.today(2, 0, "11:12")).toBe("2.ª llamada, atendida a las 11:12");
    expect(portuguese.today(2, 1, "01:12")).toBe("2ª chamada, 1 perdida, atendida à 01:12");
  });
});

describe("counts in words", () => {
  it("one is singular, none as the language has it", () => {
    expect([0, 1, 2].map((count) => english.waiting.count(count, String(count)))).toEqual([
      "0 callers",
      "1 caller",
      "2 callers",
    ]);
    expect(spanish.agents.signedIn(1, "1", 0, "0")).toBe("1 conectado, 0 libres");
    expect(french.agents.signedIn(1, "1", 0, "0")).toBe("1 connecté, 0 libre");
    expect(portuguese.agents.signedIn(6, "6", 1, "1")).toBe("6 conectados, 1 livre");
  });
});
