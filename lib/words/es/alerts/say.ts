import type { SayWords } from "../../en/alerts/say";
import { until } from "../shared";

/** `1 agente`, `2 agentes` */
const agentsOf = (count: number, text: string): string => `${text} ${count === 1 ? "agente" : "agentes"}`;

export const say: SayWords = {
  wholeSite: "Todo el centro",
  title: (subject, condition) => `${subject}: ${condition}`,
  and: (one, other) => `${one} y ${other}`,
  severities: { critical: "Crítica", warning: "Advertencia", notice: "Aviso" },
  conditions: {
    "service-level": "nivel de servicio",
    "longest-wait": "espera más larga",
    waiting: "en espera",
    "waiting-per-agent": "en espera por agente",
    "nobody-logged-in": "nadie conectado",
    "agents-left": "agentes que se van",
    "abandons-in-a-row": "abandonos seguidos",
    "missed-rate": "tasa de pérdida",
    "overdue-recoveries": "devoluciones atrasadas",
    "over-capacity": "capacidad superada",
    "paused-too-long": "pausa demasiado larga",
    "no-data": "sin datos",
  },
  late: (late, decided, minutes) => `${late} de ${decided} fuera de plazo en ${minutes} min`,
  longestWait: (wait) => `espera más larga ${wait}`,
  nobodyWaits: "nadie espera",
  waiting: (_count, text) => `${text} en espera`,
  waitingFor: (_count, text, agents, agentsText) => `${text} en espera para ${agentsOf(agents, agentsText)}`,
  waitingForNobody: (_count, text) => `${text} en espera, sin agentes`,
  agentsLeft: (left, text, of, minutes) =>
    `${text} de ${of} agentes ${left === 1 ? "se ha ido" : "se han ido"} en ${minutes} min`,
  abandons: (count, text) => (count === 1 ? `${text} abandonada` : `${text} abandonadas seguidas`),
  missed: (missed, total, minutes) => `${missed} de ${total} perdidas en ${minutes} min`,
  overdue: (count, text) => `${text} ${count === 1 ? "llamada" : "llamadas"} sin devolver a tiempo`,
  overCapacity: (agents, text, most) => `${agentsOf(agents, text)} por encima de la capacidad, hasta ${most} a la vez`,
  paused: (agents, text, longest) => `${agentsOf(agents, text)} en pausa, máx. ${longest}`,
  nothingFor: (duration) => `${duration} sin recibir nada`,
  nothingYet: "aún no se ha recibido nada",
  widespread: (queues, outOf, worst) => `${queues} de ${outOf} colas, la peor: ${worst}`,
  clearSince: (moment) => `sin problema desde ${moment}`,
  before: (said) => `antes: ${said}`,
  states: { acknowledged: "Asumida", resolved: "Resuelta" },
  since: (moment) => `desde ${moment}`,
  lasted: (duration) => `tras ${duration}`,
  nobodyHasIt: "nadie se encarga",
  hasIt: (name) => `${name} se encarga`,
  hasItUntil: (name, moment) => `${name} se encarga ${until(moment)}`,
  muted: {
    "out-of-hours": "fuera de horario, no se avisa a nadie",
    silenced: "silenciada, no se avisa a nadie",
  },
  frozen: "sin datos, último estado conocido",
  because: { clear: "de nuevo normal", closed: "cerrado", "rule-gone": "regla cambiada" },
};
