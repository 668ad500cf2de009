import type { TellWords } from "../../en/alerts/tell";

export const tell: TellWords = {
  label: "Avisar aquí",
  sound: "Sonido",
  soundMeans: "Las alertas críticas y las advertencias suenan hasta que alguien se encarga",
  soundAsks: "Sonido: pulse cualquier tecla",
  notify: "Notificaciones",
  notifyMeans: "Las alertas críticas y las advertencias aparecen sobre otras ventanas",
  notifyBlocked: "El navegador bloquea las notificaciones de esta página",
};
