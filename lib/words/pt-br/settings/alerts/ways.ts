import type { WayWords } from "../../../en/settings/alerts/ways";

export const ways: WayWords = {
  heading: "Canais",
  lead: "Por onde os alertas são avisados, além dos painéis. Os canais ficam no arquivo de configuração, assim como seus segredos.",
  test: "Enviar teste",
  testing: "Enviado. Aguardando a resposta…",
  outcomes: { delivered: "Entregue", refused: "Recusado", failed: "Não entregue" },
  answered: (status, duration) => `resposta ${status} após ${duration}`,
  unanswered: (duration) => `sem resposta em ${duration}`,
  seconds: (text) => `${text} s`,
  whoTests: "A administração pode enviar um teste.",
  add: "Como adicionar um canal",
  kind: "Tipo de canal",
  write: "Escreva isto em pickup.config.yaml, abaixo do que já houver:",
  secret:
    "O que está em ${…} é lido do ambiente, para que nenhum segredo fique no arquivo. Depois reinicie o Pickup: o canal aparece aqui, e você pode enviar um teste.",
};
