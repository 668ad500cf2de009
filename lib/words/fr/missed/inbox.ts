import type { InboxWords } from "../../en/missed/inbox";

export const inbox: InboxWords = {
  titles: {
    missed: (who) => `Appel manqué : ${who}`,
    morning: (who) => `Appels pendant la fermeture : ${who}`,
    "due-soon": (who) => `À rappeler bientôt : ${who}`,
    overdue: (who) => `Pas rappelé à temps : ${who}`,
  },
  callers: (count, text) => `${text} ${count < 2 ? "appelant" : "appelants"}`,
  withheld: (count, text) => `${text} ${count < 2 ? "appelant" : "appelants"} sans numéro`,
  ofThem: (_count, text) => `dont ${text} sans numéro`,
  more: (count, text) => `${text} ${count < 2 ? "autre" : "autres"}`,
  asOf: (moment) => `situation : ${moment}`,
  open: "Ouvrir les appels manqués",
};
