import { expect, test } from "vitest";
import { LANGUAGES } from "../language";
import { loadAlertsWords } from "../load/alerts";

test("[AL72] a history in which nothing is over does not say that nothing fired", async () => {
  const lexicons = await Promise.all(LANGUAGES.map((language) => loadAlertsWords[language]()));
  expect(lexicons.map(({ alerts }) => alerts.history.none)).toEqual([
    "No alert has ended yet",
    "Noch kein Alarm ist vorbei",
    "Aún no ha terminado ninguna alerta",
    "Nenhum alerta terminou ainda",
    "Aucune alerte terminée pour l’instant",
  ]);
});
