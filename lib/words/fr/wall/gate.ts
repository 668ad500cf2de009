import type { WallGateWords } from "../../en/wall/gate";

export const gate: WallGateWords = {
  notSetUp: "Pickup attend son premier compte d’administration",
  openLink: "Le lien pour le créer figure là où le serveur a été démarré.",
  gone: (display) => `Ce que montrait l’écran ${display} n’est plus configuré`,
  chooseAnother: "Choisissez-lui un autre tableau dans les paramètres, sous « Écrans ».",
  identify: "Cet écran s’appelle",
};
