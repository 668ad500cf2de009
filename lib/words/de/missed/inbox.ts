import type { InboxWords } from "../../en/missed/inbox";

export const inbox: InboxWords = {
  titles: {
    missed: (who) => `Verpasst: ${who}`,
    morning: (who) => `Außerhalb der Zeiten angerufen: ${who}`,
    "due-soon": (who) => `Bald zurückrufen: ${who}`,
    overdue: (who) => `Nicht rechtzeitig zurückgerufen: ${who}`,
  },
  callers: (_count, text) => `${text} Anrufer`,
  withheld: (_count, text) => `${text} Anrufer ohne Nummer`,
  ofThem: (_count, text) => `davon ${text} ohne Nummer`,
  more: (_count, text) => `${text} weitere`,
  asOf: (moment) => `Stand ${moment}`,
  open: "Verpasste Anrufe öffnen",
};
