import type { WayWords } from "../../../en/settings/alerts/ways";

export const ways: WayWords = {
  heading: "Canales",
  lead: "Por dónde se avisa de las alarmas, además de los paneles. Los canales están en el archivo de configuración, igual que sus secretos.",
  test: "Enviar prueba",
  testing: "Enviada. Esperando la respuesta…",
  outcomes: { delivered: "Entregada", refused: "Rechazada", failed: "No entregada" },
  answered: (status, duration) => `respuesta ${status} en ${duration}`,
  unanswered: (duration) => `sin respuesta en ${duration}`,
  seconds: (text) => `${text} s`,
  whoTests: "La administración puede enviar una prueba.",
  add: "Cómo añadir un canal",
  kind: "Tipo de canal",
  write: "Escriba esto en pickup.config.yaml, debajo de lo que ya haya:",
  secret:
    "Lo que va en ${…} se lee del entorno, y así no queda ningún secreto en el archivo. Después reinicie Pickup: el canal aparecerá aquí y podrá enviarle una prueba.",
};
