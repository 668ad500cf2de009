import type { MessageWords } from "../../en/alerts/message";

export const message: MessageWords = {
  test: { title: "Testnachricht", says: "So kommen Alarme hier an." },
};
