import type { FrameWords } from "../../en/settings/frame";

export const frame: FrameWords = {
  title: "Einstellungen",
  nav: "Seiten der Einstellungen",
  sections: {
    displays: "Bildschirme",
    alerts: "Alarme",
    accounts: "Personen",
    tokens: "Zugriffsschlüssel",
    "audit-trail": "Protokoll",
    account: "Mein Konto",
  },
  roles: { admin: "Administration", supervisor: "Supervision", lead: "Teamleitung", analyst: "Auswertung" },
  rights: {
    "boards.read": "Boards und ihre Zahlen",
    "desk.read": "Wer wartet und wer arbeitet",
    "contacts.read": "Die Kontakte hinter einer Zahl",
    "numbers.reveal": "Vollständige Rufnummern; jedes Anzeigen wird protokolliert",
    "alerts.read": "Alarme",
    "alerts.acknowledge": "Alarme quittieren",
    "alerts.manage": "Alarmregeln und Stummschaltungen verwalten",
    "channels.test": "Meldewege von Alarmen testen",
    "metrics.read": "Messwerte für die Überwachung",
    "events.ingest": "Ereignisse senden",
    "account.own": "Das eigene Konto",
    "display.own": "Einen Bildschirm abmelden",
    "displays.manage": "Bildschirme verwalten",
    "accounts.manage": "Personen und ihre Rechte verwalten",
    "tokens.manage": "Zugriffsschlüssel für Skripte verwalten",
    "audit-trail.read": "Das Protokoll",
  },
};
