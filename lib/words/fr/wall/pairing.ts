import type { PairingWords } from "../../en/wall/pairing";

export const pairing: PairingWords = {
  title: "Cet écran n’est pas encore admis",
  code: (signs) => `Code : ${signs}`,
  enter: "Sur votre ordinateur, saisissez ce code sous Paramètres → Écrans :",
  goodFor: "Valable dix minutes, puis un nouveau arrive de lui-même",
  noServer: "Le serveur est injoignable ; cet écran continue d’essayer",
  tooMany: "De nombreux écrans attendent d’être admis ; un code arrivera ici de lui-même",
  noCookies: "Ce navigateur ne garde pas les cookies ; sans eux, il ne peut pas être admis",
  letIn: "Admis ; le tableau arrive dans un instant",
  signIn: "Se connecter plutôt",
};
