import type { TellWords } from "../../en/alerts/tell";

export const tell: TellWords = {
  label: "Avisar aqui",
  sound: "Som",
  soundMeans: "Alertas críticos e de atenção tocam até que alguém assuma",
  soundAsks: "Som: pressione qualquer tecla",
  notify: "Notificações",
  notifyMeans: "Alertas críticos e de atenção aparecem sobre outras janelas",
  notifyBlocked: "O navegador bloqueia as notificações desta página",
};
