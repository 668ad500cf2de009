import type { SayWords } from "../../en/alerts/say";
import { until } from "../shared";

/** `1 agent`, `2 agents` */
const these = (one: string, count: number, text: string): string => `${text} ${count > 1 ? `${one}s` : one}`;

export const say: SayWords = {
  wholeSite: "Tout le centre",
  title: (subject, condition) => `${subject} : ${condition}`,
  and: (one, other) => `${one} et ${other}`,
  severities: { critical: "Critique", warning: "Avertissement", notice: "Information" },
  conditions: {
    "service-level": "niveau de service",
    "longest-wait": "plus longue attente",
    waiting: "en attente",
    "waiting-per-agent": "en attente par agent",
    "nobody-logged-in": "personne de connecté",
    "agents-left": "agents partis",
    "abandons-in-a-row": "abandons de suite",
    "missed-rate": "taux de manqués",
    "overdue-recoveries": "rappels en retard",
    "over-capacity": "capacité dépassée",
    "paused-too-long": "pause trop longue",
    "no-data": "pas de données",
  },
  late: (late, decided, minutes) => `${late} sur ${decided} hors délai en ${minutes} min`,
  longestWait: (wait) => `plus longue attente ${wait}`,
  nobodyWaits: "personne n’attend",
  waiting: (_count, text) => `${text} en attente`,
  waitingFor: (_count, text, agents, agentsText) => `${text} en attente pour ${these("agent", agents, agentsText)}`,
  waitingForNobody: (_count, text) => `${text} en attente, aucun agent disponible`,
  agentsLeft: (left, text, of, minutes) =>
    `${text} ${left > 1 ? "agents partis" : "agent parti"} sur ${of} en ${minutes} min`,
  abandons: (count, text) => `${these("abandon", count, text)} de suite`,
  missed: (missed, total, minutes) => `${missed} sur ${total} manqués en ${minutes} min`,
  overdue: (count, text) =>
    count > 1 ? `${text} appelants non rappelés à temps` : `${text} appelant non rappelé à temps`,
  overCapacity: (agents, text, most) =>
    `${these("agent", agents, text)} au-delà de la capacité, jusqu’à ${most} à la fois`,
  paused: (agents, text, longest) => `${these("agent", agents, text)} en pause, max. ${longest}`,
  nothingFor: (duration) => `${duration} sans rien recevoir`,
  nothingYet: "rien reçu pour l’instant",
  widespread: (queues, outOf, worst) => `${queues} files sur ${outOf}, la pire : ${worst}`,
  clearSince: (moment) => `plus de problème depuis ${moment}`,
  before: (said) => `avant : ${said}`,
  states: { acknowledged: "Prise en charge", resolved: "Terminée" },
  since: (moment) => `depuis ${moment}`,
  lasted: (duration) => `après ${duration}`,
  nobodyHasIt: "personne ne s’en occupe",
  hasIt: (name) => `${name} s’en occupe`,
  hasItUntil: (name, moment) => `${name} s’en occupe ${until(moment)}`,
  muted: {
    "out-of-hours": "hors horaires, personne n’est prévenu",
    silenced: "en sourdine, personne n’est prévenu",
  },
  frozen: "pas de données, dernier état connu",
  because: { clear: "retour à la normale", closed: "fermé", "rule-gone": "règle modifiée" },
};
