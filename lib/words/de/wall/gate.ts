import type { WallGateWords } from "../../en/wall/gate";

export const gate: WallGateWords = {
  notSetUp: "Pickup wartet auf das erste Administrationskonto",
  openLink: "Der Link dafür steht dort, wo der Server gestartet wurde.",
  gone: (display) => `Was der Bildschirm ${display} zeigte, ist nicht mehr eingerichtet`,
  chooseAnother: "Wählen Sie in den Einstellungen unter „Bildschirme“ ein anderes Board für ihn.",
  identify: "Dieser Bildschirm heißt",
};
