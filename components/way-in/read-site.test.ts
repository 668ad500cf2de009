import { expect, test } from "vitest";
import { detailText } from "../../lib/metrics/source-detail";
import { LANGUAGES } from "../../lib/words/language";
import { loadWayInWords } from "../../lib/words/load/way-in";
import { whyNotLive } from "./read-site";

const pbx = { id: "pbx", kind: "asterisk-ami", silence: null };
const english = await loadWayInWords.en();

test("a source says why it is not live, and nothing while it is", () => {
  const detail = "127.0.0.1:5038 refuses connections";
  expect(whyNotLive({ ...pbx, state: "connecting", detail }, english)).toBe(detail);
  expect(whyNotLive({ ...pbx, state: "live", detail: "Asterisk 20.6.0" }, english)).toBeNull();
  expect(whyNotLive({ ...pbx, state: "down", detail: "" }, english)).toBeNull();
  expect(whyNotLive({ ...pbx, state: "down", detail: null }, english)).toBeNull();
});

test("[EV6] that nothing was told is said in the reader's language", async () => {
  const said = await Promise.all(
    LANGUAGES.map(async (language) => {
      const words = await loadWayInWords[language]();
      return [null, 300_000].map((forMs) => {
        const silence = { forMs };
        return whyNotLive({ ...pbx, state: "connecting", detail: detailText(silence), silence }, words);
      });
    }),
  );
  expect(said).toEqual([
    ["nothing was told yet", "nothing was told for 300 s"],
    ["noch nichts gemeldet", "seit 300 s nichts gemeldet"],
    ["aún no ha comunicado nada", "300 s sin comunicar nada"],
    ["nada informado ainda", "300 s sem informar nada"],
    ["rien communiqué pour l’instant", "rien communiqué depuis 300 s"],
  ]);
});
