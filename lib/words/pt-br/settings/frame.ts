import type { FrameWords } from "../../en/settings/frame";

export const frame: FrameWords = {
  title: "Configurações",
  nav: "Páginas de configurações",
  sections: {
    displays: "Telas",
    alerts: "Alertas",
    accounts: "Pessoas",
    tokens: "Chaves de acesso",
    "audit-trail": "Trilha de auditoria",
    account: "Minha conta",
  },
  roles: { admin: "Administração", supervisor: "Supervisão", lead: "Liderança de equipe", analyst: "Análise" },
  rights: {
    "boards.read": "Os painéis e seus números",
    "desk.read": "Quem espera e quem trabalha",
    "contacts.read": "Os contatos por trás de um número",
    "numbers.reveal": "Telefones completos de quem liga; cada exibição fica registrada",
    "alerts.read": "Os alertas",
    "alerts.acknowledge": "Reconhecer alertas",
    "alerts.manage": "Gerenciar regras e silêncios de alertas",
    "channels.test": "Testar os canais de alerta",
    "metrics.read": "Métricas para monitoramento",
    "events.ingest": "Envio de eventos",
    "account.own": "A própria conta",
    "display.own": "Desvincular uma tela",
    "displays.manage": "Gerenciar as telas",
    "accounts.manage": "Gerenciar pessoas e suas permissões",
    "tokens.manage": "Gerenciar chaves de acesso para scripts",
    "audit-trail.read": "A trilha de auditoria",
  },
};
