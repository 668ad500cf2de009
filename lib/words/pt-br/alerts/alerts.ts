import type { AlertsWords } from "../../en/alerts/alerts";

export const alerts: AlertsWords = {
  connecting: "Conectando",
  noServer: "Não foi possível contatar o servidor. A página será preenchida assim que ele responder.",
  asOf: (time) => `O servidor não responde. Dados de ${time}.`,
  notRead: "Não foi possível ler o histórico e os números. Tentando de novo.",
  firing: {
    heading: "Ativos agora",
    unanswered: (count, text) => (count === 1 ? "1 precisa de ajuda" : `${text} precisam de ajuda`),
    none: "Nenhum alerta ativo",
    noneMeans: "Assim que uma regra se cumpre, aqui aparece o que acontece, desde quando e quem assumiu.",
    rules: "Regras e silêncios",
    lasting: (duration) => `há ${duration}`,
    rule: (name) => `Regra: ${name}`,
    frozen: "Nada chega da fonte. Continua ou termina quando ela voltar a informar.",
  },
  act: {
    acknowledge: "Assumir",
    of: (act, title) => `${act}: ${title}`,
    howLong: "Por quanto tempo",
    minutes: (text) => `por ${text} min`,
    untilClosing: (time) => `até fechar, ${time}`,
    takeBack: "Devolver",
    done: (title, moment) => `${title}: com você até ${moment}.`,
    takenBack: (title) => `${title}: não está mais com ninguém.`,
    over: "Este alerta já terminou.",
  },
  links: { contacts: "Os contatos por trás", queue: "Ver a fila", queues: "Ver as filas" },
  history: {
    heading: "Histórico",
    none: "Ainda não houve alertas",
    noneMeans: "O que terminou aparece aqui por dia: quando, quanto durou, por que terminou e quem assumiu.",
    lasted: (duration) => `durou ${duration}`,
    hadIt: (name) => `${name} assumiu`,
    nobodyHadIt: "ninguém assumiu",
    more: "Mostrar anteriores",
    loading: "Carregando",
  },
  rate: {
    heading: "Quantos alarmes",
    lead: "Alarmes que não precisam de ninguém ensinam a não olhar. Os silenciados não contam.",
    figure: "Alarmes",
    now: "Agora",
    aim: "Meta",
    most: "No máximo",
    lastHour: "Tocaram, última hora",
    busiestHour: "Tocaram, pior hora do dia",
    lastDay: "Tocaram, últimas 24 horas",
    notices: "Avisos, últimas 24 horas",
    standing: "Ativos há um dia ou mais",
    source:
      "No máximo: o que uma pessoa absorve o dia inteiro, segundo a ISA-18.2. A meta é para quem tem outras coisas a fazer.",
    noisy: "Regras ruidosas",
    noneNoisy: "Nenhuma regra é ruidosa. Se alguma for, aqui se diz o que a acalma.",
    fired: (count, text) => `disparou ${count === 1 ? "1 vez" : `${text} vezes`} em 7 dias`,
    hints: {
      chattering: "Voltou em menos de um minuto. Afaste o limite de fim do de início, ou faça durar mais.",
      often: "Mais do que se consegue absorver. Aumente o limite, exija que dure mais ou torne-a um aviso.",
      standing: "Está ativa há um dia ou mais, portanto ninguém age. Mude o limite ou abra mão dela.",
    },
  },
  channels: {
    heading: "Mensagens",
    none: "Ninguém é avisado em outro lugar",
    noneMeans:
      "Slack, Microsoft Teams, e-mail e webhooks são definidos no arquivo de configuração, em alerts.channels.",
    kinds: { webhook: "Webhook", slack: "Slack", teams: "Microsoft Teams", email: "E-mail" },
    delivered: (moment) => `última entrega ${moment}`,
    nothingYet: "nada entregue ainda",
    waiting: (count, text, moment) =>
      count === 1
        ? `1 mensagem aguardando desde ${moment}`
        : `${text} mensagens aguardando, a mais antiga desde ${moment}`,
    givenUp: (count, text) =>
      count === 1 ? "1 mensagem abandonada após 24 horas" : `${text} mensagens abandonadas após 24 horas`,
    why: (problem) => `Última resposta: ${problem}`,
  },
  silences: {
    heading: "Silêncios",
    none: "Nada está silenciado",
    noneMeans: "O que dispara durante um silêncio é mostrado e contado, e ninguém é avisado.",
    allRules: "Todas as regras",
    allQueues: "todas as filas",
    until: (moment) => `até ${moment}`,
    by: (name) => `por ${name}`,
  },
};
