import type { TableWords } from "../../en/desk/tables";

export const tables: TableWords = {
  notKnown: "Ainda não se sabe",
  chart: {
    title: "Por quarto de hora",
    keys: "Dia por quartos de hora; use as setas",
    answered: "atendidas",
    missed: "perdidas",
    offered: "recebidas",
    level: "nível de serviço",
    goal: (percent) => `meta ${percent}`,
    ofDecided: (met, decided) => `${met} de ${decided} no prazo`,
    time: "Hora",
    noCalls: "sem chamadas",
    noData: (from, to) => `sem dados ${from}–${to}`,
    empty: (goal) =>
      `Ainda não há chamadas hoje. Aqui aparecerão, por quarto de hora, as atendidas e as perdidas, com o nível de serviço em relação à meta de ${goal}.`,
    loading: "Carregando o gráfico",
  },
  waiting: {
    title: "Em espera agora",
    count: (count, text) => (count === 1 ? "1 chamada" : `${text} chamadas`),
    nobody: "Ninguém em espera",
    caller: "Chamador",
    waited: "Espera",
    today: "Hoje",
    queue: "Fila",
    position: "Posição",
    withheld: "oculto",
    unrecognised: "não pode ser reconhecido",
  },
  caller: {
    hidden: "não exibido",
    show: "Mostrar o telefone",
    hide: "Ocultar o telefone",
    written: "fica registrado na trilha de auditoria",
    notKept: "Não está mais guardado",
    notHere: "Não está mais neste painel",
    failed: "Não é possível mostrar agora",
    noAnswer: "O servidor não responde",
  },
  agents: {
    title: "Agentes",
    signedIn: (signedIn, signedInText, free, freeText) =>
      `${signedInText} ${signedIn === 1 ? "conectado" : "conectados"}, ${freeText} ${free === 1 ? "livre" : "livres"}`,
    filter: "Filtrar",
    filterBy: "Filtrar agentes por nome, estado, motivo ou fila",
    loggedOut: (_count, text) => `Desconectados: ${text}`,
    none: "Ninguém conectado",
    noneFound: (filter) => `Ninguém corresponde a “${filter}”`,
    name: "Nome",
    state: "Estado",
    time: "Tempo",
    answered: "Cham.",
    answeredMeaning: "Chamadas atendidas hoje, em qualquer fila",
  },
  today: (contacts, missed, answeredAt) => {
    const parts = [contacts <= 1 ? "primeira chamada" : `${contacts}ª chamada`];
    if (missed > 0) parts.push(missed === 1 ? "1 perdida" : `${missed} perdidas`);
    if (answeredAt !== null) parts.push(`atendida ${/^0?1:/.test(answeredAt) ? "à" : "às"} ${answeredAt}`);
    return parts.join(", ");
  },
};
