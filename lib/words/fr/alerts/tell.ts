import type { TellWords } from "../../en/alerts/tell";

export const tell: TellWords = {
  label: "Me prévenir ici",
  sound: "Son",
  soundMeans: "Les alertes critiques et les avertissements sonnent jusqu’à ce que quelqu’un s’en occupe",
  soundAsks: "Son : appuyez sur une touche",
  notify: "Notifications",
  notifyMeans: "Les alertes critiques et les avertissements s’affichent par-dessus les autres fenêtres",
  notifyBlocked: "Le navigateur bloque les notifications de cette page",
};
