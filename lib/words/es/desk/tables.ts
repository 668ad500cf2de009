import type { TableWords } from "../../en/desk/tables";

export const tables: TableWords = {
  notKnown: "Aún no se sabe",
  chart: {
    title: "Por cuarto de hora",
    keys: "Día por cuartos de hora; muévase con las flechas",
    answered: "atendidas",
    missed: "perdidas",
    offered: "ofrecidas",
    level: "nivel de servicio",
    goal: (percent) => `objetivo ${percent}`,
    ofDecided: (met, decided) => `${met} de ${decided} a tiempo`,
    time: "Hora",
    noCalls: "sin llamadas",
    noData: (from, to) => `sin datos ${from}–${to}`,
    empty: (goal) =>
      `Aún no hay llamadas hoy. Aquí se verán, por cuarto de hora, las atendidas y las perdidas, con el nivel de servicio frente al objetivo del ${goal}.`,
    loading: "Cargando el gráfico",
  },
  waiting: {
    title: "En espera ahora",
    count: (count, text) => (count === 1 ? "1 llamada" : `${text} llamadas`),
    nobody: "Nadie en espera",
    caller: "Llamante",
    waited: "Espera",
    today: "Hoy",
    queue: "Cola",
    position: "Posición",
    withheld: "oculto",
    unrecognised: "no se puede reconocer",
  },
  caller: {
    hidden: "no se muestra",
    show: "Mostrar el número",
    hide: "Ocultar el número",
    written: "queda en el registro de auditoría",
    notKept: "Ya no se conserva",
    notHere: "Ya no está en este panel",
    failed: "No se puede mostrar ahora",
    noAnswer: "El servidor no responde",
  },
  agents: {
    title: "Agentes",
    signedIn: (signedIn, signedInText, free, freeText) =>
      `${signedInText} ${signedIn === 1 ? "conectado" : "conectados"}, ${freeText} ${free === 1 ? "libre" : "libres"}`,
    filter: "Filtrar",
    filterBy: "Filtrar agentes por nombre, estado, motivo o cola",
    loggedOut: (_count, text) => `Desconectados: ${text}`,
    none: "No hay nadie conectado",
    noneFound: (filter) => `Nadie coincide con «${filter}»`,
    name: "Nombre",
    state: "Estado",
    time: "Tiempo",
    answered: "Llam.",
    answeredMeaning: "Llamadas atendidas hoy, en cualquier cola",
  },
  today: (contacts, missed, answeredAt) => {
    const parts = [contacts <= 1 ? "primera llamada" : `${contacts}.ª llamada`];
    if (missed > 0) parts.push(missed === 1 ? "1 perdida" : `${missed} perdidas`);
    if (answeredAt !== null) parts.push(`atendida ${/^0?1:/.test(answeredAt) ? "a la" : "a las"} ${answeredAt}`);
    return parts.join(", ");
  },
};
