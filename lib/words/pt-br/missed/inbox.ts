import type { InboxWords } from "../../en/missed/inbox";

export const inbox: InboxWords = {
  titles: {
    missed: (who) => `Perdida: ${who}`,
    morning: (who) => `Ligaram fora do horário: ${who}`,
    "due-soon": (who) => `Retornar em breve: ${who}`,
    overdue: (who) => `Sem retorno no prazo: ${who}`,
  },
  callers: (count, text) => `${text} ${count === 1 ? "pessoa" : "pessoas"}`,
  withheld: (count, text) => `${text} ${count === 1 ? "pessoa" : "pessoas"} sem número`,
  ofThem: (_count, text) => `${text} delas sem número`,
  more: (_count, text) => `mais ${text}`,
  asOf: (moment) => `situação: ${moment}`,
  open: "Abrir as chamadas perdidas",
};
