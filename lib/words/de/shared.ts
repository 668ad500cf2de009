import type { SharedWords } from "../en/shared";

export const shared: SharedWords = {
  states: { none: "Noch nicht bewertet", ok: "OK", watch: "ACHTUNG", act: "HANDELN", "no-data": "KEINE DATEN" },
  agentStates: {
    available: "frei",
    ringing: "klingelt",
    "on-contact": "im Gespräch",
    "wrap-up": "Nacharbeit",
    paused: "Pause",
    "logged-out": "abgemeldet",
    "not-reported": "nicht gemeldet",
  },
  activities: {
    available: () => "frei",
    ringing: (count) => (count === 1 ? "klingelt" : "klingeln"),
    onContact: () => "im Gespräch",
    wrapUp: () => "Nacharbeit",
    paused: () => "Pause",
  },
  demo: "Demo",
  demoMeaning: "Diese Anrufe erfindet der Simulator",
  notReported: "k. A.",
  cannotBeShown: "kann nicht angezeigt werden",
  open: "Geöffnet",
  closed: "Geschlossen",
  openUntil: (moment) => `Geöffnet bis ${moment}`,
  closedUntil: (moment) => `Geschlossen bis ${moment}`,
  seconds: (count) => `${count} s`,
  dayByQuarterHour: "Servicelevel je Viertelstunde",
  noQuarterYet: "Noch keine Viertelstunde hat einen Servicelevel.",
  nav: { label: "Seiten", boards: "Alle Boards", wall: "Wallboard", supervise: "Supervision" },
  theme: { label: "Darstellung", system: "Wie das Gerät", light: "Hell", dark: "Dunkel" },
};
