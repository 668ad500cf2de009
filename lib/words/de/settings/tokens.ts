import type { TokenWords } from "../../en/settings/tokens";

export const tokens: TokenWords = {
  lead: "Ein Zugriffsschlüssel lässt ein Skript herein, für einen Zweck und ohne dass sich jemand anmeldet.",
  none: "Noch gibt es keinen Zugriffsschlüssel. Legen Sie einen für ein Skript an, das Boards liest, oder für Ihre Überwachung.",
  add: "Zugriffsschlüssel anlegen",
  scopes: { read: "Lesen", metrics: "Messwerte", ingest: "Ereignisse senden" },
  name: "Name",
  nameHint: "Wofür er ist, damit Sie später wissen, welchen Sie widerrufen.",
  writeName: "Geben Sie einen Namen ein.",
  scope: "Was er darf",
  means: {
    read: "Boards mit ihren Zahlen, und Kontakte ohne etwas von Anrufern. Ändert nichts.",
    metrics: "Die Messwerte des Servers unter /metrics, für die Überwachung. Nichts von Boards.",
    ingest: "Meldet Pickup unter /api/v1/events, was anderswo geschah, und liest nichts.",
  },
  example: "So wird er benutzt:",
  create: "Anlegen",
  created: (name) => `Der Zugriffsschlüssel ${name}`,
  once: "Er wird nur dieses eine Mal gezeigt und nirgends aufbewahrt. Kopieren Sie ihn jetzt dorthin, wo das Skript ihn findet.",
  secret: "Zugriffsschlüssel",
  done: "Ich habe ihn",
  made: (when, who) => `Angelegt ${when} von ${who}`,
  madeByNobody: (when) => `Angelegt ${when}`,
  used: (when) => `Zuletzt benutzt: ${when}`,
  neverUsed: "Nie benutzt",
  revoke: "Widerrufen",
  revokeMeans: (name) =>
    `Jedes Skript, das ${name} benutzt, wird von da an abgewiesen. Das lässt sich nicht rückgängig machen.`,
  confirmRevoke: (name) => `${name} widerrufen`,
  revoked: (name) => `${name} ist widerrufen.`,
};
