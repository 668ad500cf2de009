import type { SharedWords } from "../en/shared";

export const shared: SharedWords = {
  states: { none: "Ainda sem avaliação", ok: "OK", watch: "ATENÇÃO", act: "AGIR", "no-data": "SEM DADOS" },
  agentStates: {
    available: "livre",
    ringing: "chamando",
    "on-contact": "em ligação",
    "wrap-up": "pós-atendimento",
    paused: "em pausa",
    "logged-out": "desconectado",
    "not-reported": "não informado",
  },
  activities: {
    available: (count) => (count === 1 ? "livre" : "livres"),
    ringing: () => "chamando",
    onContact: () => "em ligação",
    wrapUp: () => "pós-atend.",
    paused: () => "em pausa",
  },
  demo: "Demo",
  demoMeaning: "Estas ligações são inventadas pelo simulador",
  notReported: "n/i",
  cannotBeShown: "não é possível exibir",
  open: "Aberto",
  closed: "Fechado",
  openUntil: (moment) => `Aberto até ${moment}`,
  closedUntil: (moment) => `Fechado até ${moment}`,
  seconds: (count) => `${count} s`,
  dayByQuarterHour: "Nível de serviço por quarto de hora",
  noQuarterYet: "Nenhum quarto de hora tem nível de serviço ainda.",
  nav: { label: "Páginas", boards: "Todos os painéis", wall: "Painel de TV", supervise: "Supervisão" },
  theme: { label: "Tema", system: "Como o dispositivo", light: "Claro", dark: "Escuro" },
};
