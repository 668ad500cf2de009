import type { Language } from "../../config";

/** That a channel does not take what it is told, others may; hardly ever said, so a file of its own. */
export const UNDELIVERED_WORDS: Readonly<Record<Language, string>> = {
  en: "Some messages are not getting out",
  de: "Manche Nachrichten kommen nicht hinaus",
  es: "Algunos mensajes no llegan a su destino",
  "pt-BR": "Algumas mensagens não chegam ao destino",
  fr: "Certains messages n’arrivent pas",
};
