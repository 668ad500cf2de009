import type { WayWords } from "../../../en/settings/alerts/ways";

export const ways: WayWords = {
  heading: "Kanäle",
  lead: "Worüber Alarme gemeldet werden, außer auf den Boards. Kanäle stehen in der Konfigurationsdatei, weil ihre Geheimnisse dort stehen.",
  test: "Test senden",
  testing: "Gesendet. Die Antwort steht noch aus…",
  outcomes: { delivered: "Zugestellt", refused: "Abgelehnt", failed: "Nicht zugestellt" },
  answered: (status, duration) => `Antwort ${status} nach ${duration}`,
  unanswered: (duration) => `keine Antwort in ${duration}`,
  seconds: (text) => `${text} s`,
  whoTests: "Einen Test kann die Administration senden.",
  add: "So kommt ein Kanal dazu",
  kind: "Art des Kanals",
  write: "Schreiben Sie dies in pickup.config.yaml, unter das, was dort schon steht:",
  secret:
    "Was in ${…} steht, wird aus der Umgebung gelesen, damit kein Geheimnis in der Datei steht. Starten Sie Pickup dann neu: Der Kanal steht hier, und Sie können ihm einen Test senden.",
};
