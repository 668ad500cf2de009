import type { TableWords } from "../../en/desk/tables";

export const tables: TableWords = {
  notKnown: "Pas encore connu",
  chart: {
    title: "Par quart d’heure",
    keys: "Journée par quart d’heure ; les flèches déplacent",
    answered: "répondus",
    missed: "manqués",
    offered: "reçus",
    level: "niveau de service",
    goal: (percent) => `objectif ${percent}`,
    ofDecided: (met, decided) => `${met} sur ${decided} à temps`,
    time: "Heure",
    noCalls: "aucun appel",
    noData: (from, to) => `pas de données ${from}–${to}`,
    empty: (goal) =>
      `Pas encore d’appel aujourd’hui. Ici figureront, par quart d’heure, les appels répondus et manqués, avec le niveau de service face à l’objectif de ${goal}.`,
    loading: "Chargement du graphique",
  },
  waiting: {
    title: "En attente",
    count: (count, text) => (count === 1 ? "1 appelant" : `${text} appelants`),
    nobody: "Personne n’attend",
    caller: "Appelant",
    waited: "Attente",
    today: "Aujourd’hui",
    queue: "File",
    position: "Position",
    withheld: "masqué",
    unrecognised: "impossible à reconnaître",
  },
  caller: {
    hidden: "non affiché",
    show: "Afficher le numéro",
    hide: "Masquer le numéro",
    written: "c’est consigné au journal d’audit",
    notKept: "N’est plus conservé",
    notHere: "N’est plus sur ce tableau",
    failed: "Ne peut pas être affiché maintenant",
    noAnswer: "Le serveur ne répond pas",
  },
  agents: {
    title: "Agents",
    signedIn: (signedIn, signedInText, free, freeText) =>
      `${signedInText} ${signedIn > 1 ? "connectés" : "connecté"}, ${freeText} ${free > 1 ? "libres" : "libre"}`,
    filter: "Filtrer",
    filterBy: "Filtrer les agents par nom, état, motif ou file",
    loggedOut: (_count, text) => `Déconnectés : ${text}`,
    none: "Personne n’est connecté",
    noneFound: (filter) => `Personne ne correspond à « ${filter} »`,
    name: "Nom",
    state: "État",
    time: "Durée",
    answered: "Appels",
    answeredMeaning: "Appels répondus aujourd’hui, toutes files confondues",
  },
  today: (contacts, missed, answeredAt) => {
    const parts = [contacts <= 1 ? "1er appel" : `${contacts}e appel`];
    if (missed > 0) parts.push(missed === 1 ? "manqué une fois" : `manqué ${missed} fois`);
    if (answeredAt !== null) parts.push(`répondu à ${answeredAt}`);
    return parts.join(", ");
  },
};
