import type { WayWords } from "../../../en/settings/alerts/ways";

export const ways: WayWords = {
  heading: "Canaux",
  lead: "Par où les alertes sont transmises, en plus des tableaux. Les canaux figurent dans le fichier de configuration, comme leurs secrets.",
  test: "Envoyer un test",
  testing: "Envoyé. La réponse est attendue…",
  outcomes: { delivered: "Remis", refused: "Refusé", failed: "Non remis" },
  answered: (status, duration) => `réponse ${status} après ${duration}`,
  unanswered: (duration) => `aucune réponse en ${duration}`,
  seconds: (text) => `${text} s`,
  whoTests: "L’administration peut envoyer un test.",
  add: "Comment ajouter un canal",
  kind: "Type de canal",
  write: "Écrivez ceci dans pickup.config.yaml, sous ce qui s’y trouve déjà :",
  secret:
    "Ce qui est entre ${…} est lu dans l’environnement, pour qu’aucun secret ne figure dans le fichier. Redémarrez ensuite Pickup : le canal figure ici, et vous pouvez lui envoyer un test.",
};
