import type { OwnWords } from "../../en/settings/own";

export const own: OwnWords = {
  you: "Vous",
  name: "Nom",
  role: "Rôle",
  queues: "Files",
  allQueues: "Toutes les files",
  signsIn: "Connexion",
  byPassword: "Par nom et mot de passe",
  byCompany: "Par votre entreprise, qui garde aussi votre mot de passe",
  open: "Ce qui vous est ouvert",
  whoChanges: "L’administration de Pickup peut changer votre rôle et ce qui vous est ouvert.",
  password: "Changer le mot de passe",
  everywhere:
    "Le changer vous déconnecte de tous vos autres appareils, y compris de celui que vous n’avez plus entre les mains.",
  current: "Mot de passe actuel",
  next: "Nouveau mot de passe",
  again: "Répétez le nouveau mot de passe",
  submit: "Changer et déconnecter les autres appareils",
  writeCurrent: "Saisissez votre mot de passe actuel.",
  wrongCurrent: "Ce n’est pas votre mot de passe actuel.",
  changed: "Votre mot de passe est changé. Vos autres appareils sont déconnectés.",
};
