import type { FrameWords } from "../../en/settings/frame";

export const frame: FrameWords = {
  title: "Paramètres",
  nav: "Pages des paramètres",
  sections: {
    displays: "Écrans",
    alerts: "Alertes",
    accounts: "Personnes",
    tokens: "Clés d’accès",
    "audit-trail": "Journal d’audit",
    account: "Mon compte",
  },
  roles: { admin: "Administration", supervisor: "Supervision", lead: "Responsable d’équipe", analyst: "Analyse" },
  rights: {
    "boards.read": "Les tableaux et leurs chiffres",
    "desk.read": "Qui attend et qui travaille",
    "contacts.read": "Les contacts derrière un chiffre",
    "numbers.reveal": "Les numéros complets des appelants ; chaque affichage est consigné",
    "alerts.read": "Les alertes",
    "alerts.acknowledge": "L’acquittement des alertes",
    "alerts.manage": "Les règles et les silences des alertes",
    "channels.test": "L’essai des canaux d’alerte",
    "metrics.read": "Les mesures pour la surveillance technique",
    "events.ingest": "L’envoi d’événements",
    "account.own": "Son propre compte",
    "display.own": "La dissociation d’un écran",
    "displays.manage": "La gestion des écrans",
    "accounts.manage": "La gestion des personnes et de leurs droits",
    "tokens.manage": "La gestion des clés d’accès pour les scripts",
    "audit-trail.read": "Le journal d’audit",
  },
};
