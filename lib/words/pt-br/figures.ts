import type { FigureWords } from "../en/figures";

export const figures: FigureWords = {
  entries: {
    serviceLevel: {
      label: "Nível de serviço",
      definition:
        "Parcela das chamadas decididas que uma pessoa atendeu dentro do limite. Decididas: atendidas, abandonadas (exceto os abandonos curtos), transbordadas ou que já esperam além do limite.",
    },
    waiting: { label: "Em espera", definition: "Chamadas que entraram em uma fila e ainda não chegaram a ninguém." },
    overdue: {
      label: "Acima do limite",
      definition: "Chamadas que esperam agora há mais tempo que o limite da sua fila. Cada uma já conta como atrasada.",
    },
    longestWait: { label: "Maior espera", definition: "Há quanto tempo espera quem está esperando há mais tempo." },
    offered: { label: "Recebidas", definition: "Chamadas que entraram na fila dentro do horário de atendimento." },
    answered: {
      label: "Atendidas",
      definition: "Chamadas que uma pessoa atendeu, entre as que entraram na fila dentro do horário de atendimento.",
    },
    abandoned: {
      label: "Abandonadas",
      definition: "Chamadas em que o cliente desligou antes de ser atendido, incluídos os abandonos curtos.",
    },
    shortAbandoned: {
      label: "Abandonos curtos",
      definition: "Chamadas em que o cliente desligou em poucos segundos. Não contam em nenhuma taxa.",
    },
    overflowed: {
      label: "Transbordadas",
      definition:
        "Chamadas que o roteamento tirou da fila sem atendimento: tempo esgotado, tecla, sem agentes, transferência.",
    },
    refused: {
      label: "Recusadas",
      definition: "Chamadas que nem entraram na fila: fechada, cheia ou sem ninguém conectado.",
    },
    unknown: {
      label: "Sem registro",
      definition: "Chamadas cujo desfecho se perdeu enquanto a fonte estava fora do ar.",
    },
    missed: {
      label: "Perdidas",
      definition:
        "Do ponto de vista do cliente: contatos que terminaram sem falar com ninguém, abandonados (exceto os abandonos curtos), transbordados sem destino ou recusados. Cada contato conta uma vez.",
    },
    missedVisits: {
      label: "Perdidas",
      definition: "Chamadas que esta fila não atendeu e que terminaram sem falar com ninguém.",
    },
    missedRate: {
      label: "Taxa de perda",
      definition: "Parcela das chamadas perdidas entre todas as atendidas ou perdidas.",
    },
    answerRate: {
      label: "Taxa de atendimento",
      definition:
        "Parcela das chamadas atendidas entre todas as que já não esperam: atendidas, abandonadas (exceto os abandonos curtos) ou transbordadas.",
    },
    speedOfAnswer: {
      label: "Tempo de resposta",
      definition: "Espera média das chamadas atendidas, da entrada na fila até o atendimento (ASA).",
    },
    waitMedian: { label: "Mediana", definition: "Metade das chamadas atendidas não esperou mais que isto." },
    waitP90: { label: "Percentil 90", definition: "Nove em cada dez chamadas atendidas não esperaram mais que isto." },
    handlingTime: {
      label: "Tempo de atendimento",
      definition:
        "Média de conversa, retenção e pós-atendimento das chamadas encerradas (TMA); sem pós-atendimento onde ele não é informado.",
    },
    talk: { label: "Tempo de conversa", definition: "Tempo médio em ligação, incluída a retenção." },
    ringNoAnswer: {
      label: "Toque sem resposta",
      definition: "Quantas vezes o telefone de um agente tocou sem resposta. Uma chamada pode ter várias.",
    },
    outOfHours: {
      label: "Fora do horário",
      definition: "Chamadas fora do horário de atendimento da fila. Não entram em nenhum outro número.",
    },
    repeatCallers: {
      label: "Clientes reincidentes",
      definition: "Clientes com dois ou mais contatos em 24 horas. Números ocultos ficam de fora.",
    },
    agents: {
      label: "Agentes",
      definition:
        "Cada pessoa uma vez, pelo que faz agora: livre, chamando, em ligação, em pós-atendimento ou em pausa.",
    },
    agentsOfQueue: {
      label: "Agentes",
      definition:
        "As pessoas da fila pelo que fazem agora: livres, chamando, em ligação, em pós-atendimento ou em pausa.",
    },
  },
  short: {
    queue: "Fila",
    waiting: "Em espera",
    longestWait: "Maior espera",
    serviceLevel: "Nível",
    offered: "Recebidas",
    answered: "Atendidas",
    abandoned: "Abandonadas",
    missed: "Perdidas",
    answerRate: "Taxa de atend.",
    speedOfAnswer: "ASA",
    handlingTime: "TMA",
    agents: "Agentes",
  },
  formulas: {
    offered: (threshold) => `atendidas em até ${threshold}`,
    "answered-only": (threshold) => `chamadas atendidas, em até ${threshold}`,
    "abandons-after-threshold": (threshold) => `em até ${threshold}, sem abandonos precoces`,
    "credit-abandons-within-threshold": (threshold) => `em até ${threshold}, abandonos precoces a favor`,
  },
};
