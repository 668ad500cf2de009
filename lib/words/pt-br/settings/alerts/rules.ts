import type { RuleWords } from "../../../en/settings/alerts/rules";

export const rules: RuleWords = {
  heading: "Regras",
  lead: "O que dispara e quem é avisado. Também aparece nos painéis e em Alertas.",
  none: "Não há nenhuma regra. Enquanto isso, nada dispara.",
  add: "Criar uma regra",
  off: "Desligada",
  origins: {
    configuration: "Está no arquivo de configuração e é alterada lá",
    default: "Padrão",
    replaced: "No lugar de uma regra padrão",
  },
  made: (when, who) => `Alterada ${when} por ${who}`,
  scopes: {
    eachQueue: "Cada fila",
    eachOf: (names) => `Cada uma de: ${names}`,
    together: (group, names) => `${group}, em conjunto: ${names}`,
  },
  conditions: {
    serviceLevel: (burn, long, short) =>
      `${burn} vezes mais contatos atrasados do que a meta permite, em ${long} min e em ${short} min`,
    longestWait: (wait) => `alguém espera há ${wait}`,
    waiting: (count, text) => `${text} ${count === 1 ? "cliente espera" : "clientes esperam"}`,
    waitingPerAgent: (count, text) => `${text} ${count === 1 ? "cliente espera" : "clientes esperam"} por agente`,
    nobodyLoggedIn: "ninguém está conectado no horário de atendimento",
    agentsLeft: (percent, minutes) => `${percent} dos agentes, pelo menos dois, saíram em ${minutes} min`,
    abandonsInARow: (text) => `${text} clientes seguidos desistiram`,
    missedRate: (percent, minutes) => `${percent} dos contatos de ${minutes} min são perdidos`,
    overdueRecoveries: (count, text) =>
      count === 1
        ? `${text} ligação perdida não teve retorno no prazo`
        : `${text} ligações perdidas não tiveram retorno no prazo`,
    overCapacity: "um agente tem mais contatos ao mesmo tempo do que o permitido",
    pausedTooLong: (duration) => `um agente está em pausa há ${duration}`,
    noData: "nada chega de uma fonte",
  },
  clear: (figure) => `Volta ao normal com ${figure}`,
  atOnce: "Na hora",
  holds: (duration) => `Quando dura ${duration}`,
  firesOn: (duration) => `continua ativa por ${duration}`,
  tells: {
    all: "Avisa por todos os canais",
    some: (names) => `Avisa por ${names}`,
    nobody: "Não avisa por nenhum canal",
  },
  change: "Alterar",
  enable: "Ligar",
  disable: "Desligar",
  delete: "Excluir",
  restore: "Voltar ao padrão",
  deleteMeans: (name) => `${name} deixa de vigiar, e o que ela tem ativo termina.`,
  confirmDelete: (name) => `Excluir ${name}`,
  restoreMeans: (name) => `${name} volta a ser como vem com o Pickup. O que foi alterado aqui se perde.`,
  done: {
    created: (name) => `${name} vale a partir de agora.`,
    changed: (name) => `${name} foi alterada e vale a partir de agora.`,
    enabled: (name) => `${name} está ligada.`,
    disabled: (name) => `${name} está desligada.`,
    deleted: (name) => `${name} foi excluída.`,
    restored: (name) => `${name} voltou ao padrão.`,
  },
};
