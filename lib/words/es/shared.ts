import type { SharedWords } from "../en/shared";

export const shared: SharedWords = {
  states: { none: "Aún sin valorar", ok: "OK", watch: "ATENCIÓN", act: "ACTUAR", "no-data": "SIN DATOS" },
  agentStates: {
    available: "libre",
    ringing: "sonando",
    "on-contact": "en llamada",
    "wrap-up": "posllamada",
    paused: "en pausa",
    "logged-out": "desconectado",
    "not-reported": "sin información",
  },
  activities: {
    available: (count) => (count === 1 ? "libre" : "libres"),
    ringing: () => "sonando",
    onContact: () => "en llamada",
    wrapUp: () => "posllamada",
    paused: () => "en pausa",
  },
  demo: "Demo",
  demoMeaning: "Estas llamadas las inventa el simulador",
  notReported: "n/d",
  cannotBeShown: "no se puede mostrar",
  open: "Abierto",
  closed: "Cerrado",
  openUntil: (moment) => `Abierto ${until(moment)}`,
  closedUntil: (moment) => `Cerrado ${until(moment)}`,
  seconds: (count) => `${count} s`,
  dayByQuarterHour: "Nivel de servicio por cuarto de hora",
  noQuarterYet: "Ningún cuarto de hora tiene aún nivel de servicio.",
  nav: {
    label: "Páginas",
    boards: "Todos los paneles",
    wall: "Pantalla mural",
    supervise: "Supervisión",
    alerts: "Alertas",
    missed: "Llamadas perdidas",
    unanswered: (text) => `${text} sin nadie`,
  },
  theme: { label: "Tema", system: "Como el dispositivo", light: "Claro", dark: "Oscuro" },
};

/** `hasta las 18:00`, `hasta el lun, 23 nov 08:00` */
export const until = (moment: string): string => `hasta ${/^\d/.test(moment) ? "las" : "el"} ${moment}`;
