import type { MessageWords } from "../../en/alerts/message";

export const message: MessageWords = {
  test: { title: "Message de test", says: "Les alertes arriveront ici sous cette forme." },
};
