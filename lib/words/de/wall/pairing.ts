import type { PairingWords } from "../../en/wall/pairing";

export const pairing: PairingWords = {
  title: "Dieser Bildschirm ist noch nicht zugelassen",
  code: (signs) => `Der Code lautet ${signs}`,
  enter: "Am Computer einzugeben unter Einstellungen → Bildschirme:",
  goodFor: "Zehn Minuten gültig, dann kommt von selbst ein neuer",
  noServer: "Der Server ist nicht erreichbar; dieser Bildschirm versucht es weiter",
  tooMany: "Viele Bildschirme warten auf Zulassung; ein Code kommt hier von selbst",
  noCookies: "Dieser Browser behält keine Cookies; ohne sie kann er nicht zugelassen werden",
  letIn: "Zugelassen; das Board kommt sofort",
  signIn: "Stattdessen anmelden",
};
