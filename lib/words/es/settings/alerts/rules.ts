import type { RuleWords } from "../../../en/settings/alerts/rules";

export const rules: RuleWords = {
  heading: "Reglas",
  lead: "Qué se activa y a quién se avisa. Además se ve en los paneles y en Alarmas.",
  none: "No hay ninguna regla. Mientras tanto, nada se activa.",
  add: "Crear una regla",
  off: "Apagada",
  origins: {
    configuration: "Está en el archivo de configuración y se cambia allí",
    default: "Predeterminada",
    replaced: "En lugar de una predeterminada",
  },
  made: (when, who) => `Cambiada ${when} por ${who}`,
  scopes: {
    eachQueue: "Cada cola",
    eachOf: (names) => `Cada una de: ${names}`,
    together: (group, names) => `${group}, en conjunto: ${names}`,
  },
  conditions: {
    serviceLevel: (burn, long, short) =>
      `${burn} veces más contactos fuera de plazo de lo que permite el objetivo, en ${long} min y en ${short} min`,
    longestWait: (wait) => `alguien lleva ${wait} esperando`,
    waiting: (count, text) => `${text} ${count === 1 ? "llamante espera" : "llamantes esperan"}`,
    waitingPerAgent: (count, text) => `${text} ${count === 1 ? "llamante espera" : "llamantes esperan"} por agente`,
    nobodyLoggedIn: "nadie está conectado en horario de atención",
    agentsLeft: (percent, minutes) => `el ${percent} de los agentes, al menos dos, se ha ido en ${minutes} min`,
    abandonsInARow: (text) => `${text} llamantes seguidos han colgado`,
    missedRate: (percent, minutes) => `se pierde el ${percent} de los contactos de ${minutes} min`,
    overdueRecoveries: (count, text) =>
      count === 1
        ? `${text} llamada perdida no se ha devuelto a tiempo`
        : `${text} llamadas perdidas no se han devuelto a tiempo`,
    overCapacity: "un agente tiene a la vez más contactos de los permitidos",
    pausedTooLong: (duration) => `un agente lleva ${duration} en pausa`,
    noData: "no llega nada de una fuente",
  },
  clear: (figure) => `Vuelve a la normalidad con ${figure}`,
  atOnce: "De inmediato",
  holds: (duration) => `Cuando dura ${duration}`,
  firesOn: (duration) => `sigue activa ${duration} más`,
  tells: {
    all: "Avisa por todos los canales",
    some: (names) => `Avisa por ${names}`,
    nobody: "No avisa por ningún canal",
  },
  change: "Cambiar",
  enable: "Encender",
  disable: "Apagar",
  delete: "Eliminar",
  restore: "Volver a la predeterminada",
  deleteMeans: (name) => `${name} deja de vigilar, y termina lo que tenga activo.`,
  confirmDelete: (name) => `Eliminar ${name}`,
  restoreMeans: (name) => `${name} vuelve a ser como la trae Pickup. Lo que se cambió aquí se pierde.`,
  done: {
    created: (name) => `${name} vigila desde ahora.`,
    changed: (name) => `${name} está cambiada y vale desde ahora.`,
    enabled: (name) => `${name} está encendida.`,
    disabled: (name) => `${name} está apagada.`,
    deleted: (name) => `${name} está eliminada.`,
    restored: (name) => `${name} vuelve a ser la predeterminada.`,
  },
};
