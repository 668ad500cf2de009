import type { InboxWords } from "../../en/missed/inbox";

export const inbox: InboxWords = {
  titles: {
    missed: (who) => `Perdida: ${who}`,
    morning: (who) => `Llamaron fuera de horario: ${who}`,
    "due-soon": (who) => `Devolver pronto: ${who}`,
    overdue: (who) => `No devuelta a tiempo: ${who}`,
  },
  callers: (count, text) => `${text} ${count === 1 ? "llamante" : "llamantes"}`,
  withheld: (count, text) => `${text} ${count === 1 ? "llamante" : "llamantes"} sin número`,
  ofThem: (_count, text) => `${text} de ellos sin número`,
  more: (_count, text) => `${text} más`,
  asOf: (moment) => `situación: ${moment}`,
  open: "Abrir las llamadas perdidas",
};
