import type { SharedWords } from "../en/shared";

export const shared: SharedWords = {
  states: { none: "Pas encore évalué", ok: "OK", watch: "ATTENTION", act: "AGIR", "no-data": "SANS DONNÉES" },
  agentStates: {
    available: "libre",
    ringing: "sonnerie",
    "on-contact": "en ligne",
    "wrap-up": "post-appel",
    paused: "en pause",
    "logged-out": "déconnecté",
    "not-reported": "non communiqué",
  },
  activities: {
    available: (count) => (count <= 1 ? "libre" : "libres"),
    ringing: () => "sonnerie",
    onContact: () => "en ligne",
    wrapUp: () => "post-appel",
    paused: () => "en pause",
  },
  demo: "Démo",
  demoMeaning: "Ces appels sont inventés par le simulateur",
  notReported: "n. c.",
  cannotBeShown: "affichage impossible",
  open: "Ouvert",
  closed: "Fermé",
  openUntil: (moment) => `Ouvert ${until(moment)}`,
  closedUntil: (moment) => `Fermé ${until(moment)}`,
  seconds: (count) => `${count} s`,
  dayByQuarterHour: "Niveau de service par quart d’heure",
  noQuarterYet: "Aucun quart d’heure n’a encore de niveau de service.",
  nav: {
    label: "Navigation",
    boards: "Tous les tableaux",
    wall: "Écran mural",
    supervise: "Supervision",
    alerts: "Alertes",
    missed: "Appels manqués",
    unanswered: (text) => `${text} sans personne`,
  },
  theme: { label: "Thème", system: "Comme l’appareil", light: "Clair", dark: "Sombre" },
};

/** `jusqu’à 18:00`, `jusqu’au lun. 23 nov. 08:00` */
export const until = (moment: string): string => `jusqu’${/^\d/.test(moment) ? "à" : "au"} ${moment}`;
