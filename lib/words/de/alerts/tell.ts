import type { TellWords } from "../../en/alerts/tell";

export const tell: TellWords = {
  label: "Hier melden",
  sound: "Ton",
  soundMeans: "Kritisches und Warnungen sind zu hören, bis sich jemand kümmert",
  soundAsks: "Ton: beliebige Taste drücken",
  notify: "Benachrichtigungen",
  notifyMeans: "Kritisches und Warnungen erscheinen über anderen Fenstern",
  notifyBlocked: "Der Browser blockiert Benachrichtigungen dieser Seite",
};
