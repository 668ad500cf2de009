import type { FigureWords } from "../en/figures";

export const figures: FigureWords = {
  entries: {
    serviceLevel: {
      label: "Nivel de servicio",
      definition:
        "Proporción de llamadas decididas que una persona atendió dentro del umbral. Decididas: atendidas, abandonadas (salvo los abandonos cortos), desbordadas o que ya esperan más que el umbral.",
    },
    waiting: { label: "En espera", definition: "Llamadas que han entrado en una cola y aún no han llegado a nadie." },
    overdue: {
      label: "Fuera de plazo",
      definition: "Llamadas que esperan ahora más que el umbral de su cola. Cada una cuenta ya como tardía.",
    },
    longestWait: { label: "Espera más larga", definition: "Cuánto lleva esperando quien más tiempo lleva en espera." },
    offered: { label: "Ofrecidas", definition: "Llamadas que entraron en la cola dentro de su horario." },
    answered: {
      label: "Atendidas",
      definition: "Llamadas que atendió una persona, de las que entraron en la cola dentro de su horario.",
    },
    abandoned: {
      label: "Abandonadas",
      definition: "Llamadas en las que el llamante colgó antes de que lo atendieran, incluidos los abandonos cortos.",
    },
    shortAbandoned: {
      label: "Abandonos cortos",
      definition: "Llamadas en las que el llamante colgó a los pocos segundos. No cuentan en ninguna tasa.",
    },
    overflowed: {
      label: "Desbordadas",
      definition:
        "Llamadas que el enrutamiento sacó de la cola sin atender: tiempo agotado, tecla, sin agentes, transferencia.",
    },
    refused: {
      label: "Rechazadas",
      definition: "Llamadas que no llegaron a entrar en la cola: cerrada, llena o sin nadie conectado.",
    },
    unknown: {
      label: "Sin rastro",
      definition: "Llamadas de las que se perdió el rastro mientras la fuente no respondía.",
    },
    missed: {
      label: "Perdidas",
      definition:
        "Desde el punto de vista del llamante: contactos que terminaron sin hablar con nadie, abandonados (salvo los abandonos cortos), desbordados sin destino o rechazados. Cada contacto cuenta una vez.",
    },
    missedVisits: {
      label: "Perdidas",
      definition: "Llamadas que esta cola no atendió y que terminaron sin hablar con nadie.",
    },
    missedRate: {
      label: "Tasa de pérdida",
      definition: "Proporción de llamadas perdidas entre todas las atendidas o perdidas.",
    },
    answerRate: {
      label: "Tasa de atención",
      definition:
        "Proporción de llamadas atendidas entre todas las que ya no esperan: atendidas, abandonadas (salvo los abandonos cortos) o desbordadas.",
    },
    speedOfAnswer: {
      label: "Tiempo de respuesta",
      definition: "Espera media de las llamadas atendidas, desde que entran en la cola hasta que se atienden (ASA).",
    },
    waitMedian: { label: "Mediana", definition: "La mitad de las llamadas atendidas no esperó más que esto." },
    waitP90: { label: "Percentil 90", definition: "Nueve de cada diez llamadas atendidas no esperaron más que esto." },
    handlingTime: {
      label: "Tiempo de gestión",
      definition:
        "Media de conversación, retención y posllamada de las llamadas terminadas (TMO); sin posllamada donde no se informa.",
    },
    talk: { label: "Tiempo en conversación", definition: "Tiempo medio en línea, incluida la retención." },
    ringNoAnswer: {
      label: "Timbre sin respuesta",
      definition: "Cuántas veces sonó el teléfono de un agente sin que contestara. Una llamada puede tener varias.",
    },
    outOfHours: {
      label: "Fuera de horario",
      definition: "Llamadas fuera del horario de la cola. No entran en ninguna otra cifra.",
    },
    repeatCallers: {
      label: "Llamantes repetidos",
      definition: "Llamantes con dos o más contactos en 24 horas. No se incluyen los números ocultos.",
    },
    agents: {
      label: "Agentes",
      definition:
        "Cada persona una vez, según lo que hace ahora: libre, sonando, en llamada, en posllamada o en pausa.",
    },
    agentsOfQueue: {
      label: "Agentes",
      definition:
        "Las personas de la cola según lo que hacen ahora: libres, sonando, en llamada, en posllamada o en pausa.",
    },
  },
  short: {
    queue: "Cola",
    waiting: "En espera",
    longestWait: "Espera máx.",
    serviceLevel: "Nivel",
    offered: "Ofrecidas",
    answered: "Atendidas",
    abandoned: "Abandonadas",
    missed: "Perdidas",
    answerRate: "Tasa de aten.",
    speedOfAnswer: "ASA",
    handlingTime: "TMO",
    agents: "Agentes",
  },
  formulas: {
    offered: (threshold) => `atendidas en ${threshold}`,
    "answered-only": (threshold) => `llamadas atendidas, en ${threshold}`,
    "abandons-after-threshold": (threshold) => `en ${threshold}, sin abandonos tempranos`,
    "credit-abandons-within-threshold": (threshold) => `en ${threshold}, abandonos tempranos a favor`,
  },
};
