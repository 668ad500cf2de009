import type { MessageWords } from "../../en/alerts/message";

export const message: MessageWords = {
  test: { title: "Mensagem de teste", says: "É assim que os alertas chegarão aqui." },
};
