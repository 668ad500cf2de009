import type { WallGateWords } from "../en/wall-gate";

export const gate: WallGateWords = {
  notSetUp: "Pickup wartet auf das erste Administrationskonto",
  openLink: "Der Link dafür steht dort, wo der Server gestartet wurde.",
  gone: (display) => `Was der Bildschirm ${display} zeigte, ist nicht mehr eingerichtet`,
  chooseAnother: "Wählen Sie in den Einstellungen unter „Bildschirme“ ein anderes Board für ihn.",
  identify: "Dieser Bildschirm heißt",
  pairing: {
    title: "Dieser Bildschirm ist noch nicht zugelassen",
    code: (signs) => `Der Code lautet ${signs}`,
    enter: "Geben Sie diesen Code am Computer unter Einstellungen → Bildschirme ein:",
    goodFor: "Zehn Minuten gültig, dann kommt von selbst ein neuer",
    noServer: "Der Server ist nicht erreichbar; dieser Bildschirm versucht es weiter",
    tooMany: "Viele Bildschirme warten auf Zulassung; ein Code kommt hier von selbst",
    noCookies: "Dieser Browser behält keine Cookies; ohne sie kann er nicht zugelassen werden",
    letIn: "Zugelassen; das Board kommt sofort",
    signIn: "Stattdessen anmelden",
  },
};
