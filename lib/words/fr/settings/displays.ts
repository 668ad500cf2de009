import type { DisplayWords } from "../../en/settings/displays";

export const displays: DisplayWords = {
  letIn: {
    title: "Admettre un écran",
    open: "Sur le téléviseur, ouvrez",
    thenEnter: "Il affiche un code. Saisissez-le ici, donnez un nom à l’écran et choisissez ce qu’il montre.",
    loopback:
      "Cette adresse n’atteint que cette machine. Sur un téléviseur, mettez à sa place le nom ou l’adresse de cette machine sur le réseau.",
    demo: "Dans la démonstration, aucun écran n’a besoin de code. Pour essayer, ouvrez cette adresse dans un autre navigateur ou une fenêtre privée : ce sera désormais un écran.",
    code: "Code affiché",
    codeHint: "Tel que l’écran l’affiche",
    name: "Nom",
    nameHint: "Par exemple, où il est accroché",
    submit: "Admettre",
    writeCode: "Saisissez les six caractères que l’écran affiche.",
    unlikely: "Aucun code ne comporte ce caractère, ni 0, O, 1, I ou L. Regardez de nouveau l’écran.",
    notShown: "Aucun écran n’affiche ce code en ce moment. Un code vaut dix minutes, et une seule fois.",
    tooMany: (minutes) => `Trop de codes erronés. Vous pourrez réessayer dans ${minutes} min.`,
    writeName: "Saisissez un nom.",
    done: (name) => `${name} est admis. Son tableau s’affiche de lui-même.`,
  },
  screen: {
    label: "Ce qu’il montre",
    boards: "Tableaux",
    rotations: "Rotations : plusieurs tableaux à tour de rôle",
    rotation: "Rotation :",
    gone: (id) => `N’est plus configuré : ${id}`,
  },
  list: {
    title: "Écrans admis",
    empty:
      "Aucun écran n’est encore admis. Chacun figurera ici avec ce qu’il montre et s’il est connecté. D’ici, vous pourrez le changer, repérer l’écran au mur, le recharger et le révoquer. Pour commencer, ouvrez l’adresse ci-dessus sur un téléviseur.",
    connected: "Connecté",
    notConnected: "Non connecté",
    notYet: "Pas encore vu",
    lastSeen: (ago, time) => `Vu pour la dernière fois ${ago}, ${time}`,
    letIn: (day) => `Admis ${day}`,
    by: "par",
    isNew: "Nouveau",
    revoked: (name) => `${name} est révoqué et affiche désormais un code.`,
  },
  actions: {
    identify: "Identifier",
    reload: "Recharger",
    change: "Modifier",
    revoke: "Révoquer",
    save: "Enregistrer",
    told: { identify: "Affiche son nom pendant dix secondes.", reload: "Recharge sa page." },
    notReached: "Il n’est pas connecté et ne peut pas être prévenu pour l’instant.",
    revokeMeans: (name) =>
      `${name} perd son tableau en quelques secondes et affiche un code. Pour montrer de nouveau des tableaux, il devra être admis à nouveau.`,
  },
};
