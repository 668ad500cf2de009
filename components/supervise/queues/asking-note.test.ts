import { expect, it } from "vitest";
import { LANGUAGES } from "../../../lib/words/language";
import { loadDeskWords } from "../../../lib/words/load/desk";
import { deskWords as english } from "../../../lib/words/en/desk/words";
import { deskWords as german } from "../../../lib/words/de/desk/words";
import { askingNote } from "./queue-lines";

it("who needs someone is counted; only when none does, who is to be looked at", () => {
  expect(askingNote(["act", "watch", "watch", "ok"], english)).toBe("1 needs someone");
  expect(askingNote(["watch", "ok", "watch"], english)).toBe("2 to look at");
  expect(askingNote(["watch"], german)).toBe("1 zu beachten");
  expect(askingNote(["ok", "none", "no-data"], english)).toBeNull();
});

it("in every language the two are told apart", async () => {
  for (const words of await Promise.all(LANGUAGES.map((language) => loadDeskWords[language]())))
    expect(askingNote(["act"], words)).not.toBe(askingNote(["watch"], words));
});
