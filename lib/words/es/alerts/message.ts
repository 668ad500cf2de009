import type { MessageWords } from "../../en/alerts/message";

export const message: MessageWords = {
  test: { title: "Mensaje de prueba", says: "Así llegarán aquí las alertas." },
};
