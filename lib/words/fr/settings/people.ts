import type { PeopleWords } from "../../en/settings/people";

export const people: PeopleWords = {
  lead: "Qui peut se connecter, et ce qui est ouvert à chacun.",
  demo: "Dans la démonstration, personne ne se connecte : un compte n’a aucun effet ici.",
  none: "Personne n’a encore de compte.",
  add: "Ajouter une personne",
  you: "Vous",
  disabled: "Désactivé",
  byCompany: "Se connecte par l’entreprise",
  seesNumbers: "Peut voir les numéros des appelants",
  change: "Modifier",
  newPassword: "Mot de passe",
  disable: "Désactiver",
  enable: "Réactiver",
  form: {
    writeName: "Saisissez un nom.",
    nameHint: "Cette personne s’en sert pour se connecter.",
    role: "Rôle",
    roles: {
      admin:
        "Tout ce que voit la supervision. Gère aussi les personnes, les écrans, les clés d’accès et le journal d’audit.",
      supervisor: "Toutes les files : leurs chiffres, qui attend, qui travaille et chaque contact. Gère les écrans.",
      lead: "Seulement les files choisies ici : leurs chiffres, qui attend, qui travaille et chaque contact.",
      analyst: "Les chiffres et les contacts de toutes les files. Ni qui attend ou travaille, ni rien des appelants.",
    },
    queues: "Files de ce responsable d’équipe",
    noQueues: "Aucune file n’est encore connue. Chacune figurera ici dès que Pickup en aura entendu parler.",
    chooseQueue: "Choisissez au moins une file.",
    numbers: "Peut voir les numéros des appelants",
    numbersMean:
      "Un à la fois ; chaque affichage est consigné au journal d’audit. Sinon, seulement les derniers chiffres, •••4711.",
    firstPassword: "Premier mot de passe",
    handOver: "Transmettez-le vous-même. Il peut être changé sous « Mon compte ».",
    create: "Ajouter",
    save: "Enregistrer",
  },
  effects: {
    nothing: "Rien n’est encore modifié.",
    change: (name) =>
      `Enregistrer déconnecte ${name} partout et aussitôt. À la prochaine connexion, ce qui est réglé ici s’applique.`,
    changeYou: "Enregistrer vous déconnecte partout et aussitôt, ici aussi.",
    noSettings: "Ensuite, vous ne gérerez plus les personnes.",
    company: "À qui se connecte par l’entreprise, celle-ci attribue le rôle de nouveau à chaque connexion.",
    password: (name) =>
      `Enregistrer déconnecte ${name} partout et aussitôt. Seul le nouveau mot de passe vaudra alors.`,
    disable: (name) =>
      `Cela déconnecte ${name} partout et aussitôt. Aucune connexion n’aboutira tant que vous n’aurez pas réactivé le compte.`,
    disableYou:
      "Cela vous déconnecte partout et aussitôt, ici aussi. Seule une autre personne de l’administration peut réactiver votre compte.",
    enable: (name) => `Ensuite, ${name} pourra de nouveau se connecter, avec le même rôle qu’avant.`,
    confirmDisable: (name) => `Désactiver ${name}`,
    confirmEnable: (name) => `Réactiver ${name}`,
  },
  done: {
    added: (name) => `${name} peut maintenant se connecter.`,
    changed: (name) => `Enregistré. ${name} n’est plus connecté nulle part.`,
    password: (name) => `${name} a un nouveau mot de passe et n’est plus connecté nulle part.`,
    disabled: (name) => `Le compte de ${name} est désactivé et n’est plus connecté nulle part.`,
    enabled: (name) => `${name} peut de nouveau se connecter.`,
  },
};
