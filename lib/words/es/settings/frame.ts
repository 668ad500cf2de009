import type { FrameWords } from "../../en/settings/frame";

export const frame: FrameWords = {
  title: "Ajustes",
  nav: "Páginas de ajustes",
  sections: {
    displays: "Pantallas",
    alerts: "Alarmas",
    accounts: "Personas",
    tokens: "Claves de acceso",
    "audit-trail": "Registro de auditoría",
    account: "Mi cuenta",
  },
  roles: { admin: "Administración", supervisor: "Supervisión", lead: "Jefatura de equipo", analyst: "Análisis" },
  rights: {
    "boards.read": "Los paneles y sus cifras",
    "desk.read": "Quién espera y quién trabaja",
    "contacts.read": "Los contactos detrás de una cifra",
    "numbers.reveal": "Números completos de quienes llaman; cada consulta queda registrada",
    "alerts.read": "Las alarmas",
    "alerts.acknowledge": "Confirmar alarmas",
    "alerts.manage": "Gestionar las reglas y los silencios de alarmas",
    "channels.test": "Probar los canales de aviso",
    "metrics.read": "Métricas para la supervisión técnica",
    "events.ingest": "Enviar eventos",
    "account.own": "La cuenta propia",
    "display.own": "Dar de baja una pantalla",
    "displays.manage": "Gestionar las pantallas",
    "accounts.manage": "Gestionar las personas y sus permisos",
    "tokens.manage": "Gestionar las claves de acceso para scripts",
    "audit-trail.read": "El registro de auditoría",
  },
};
