import type { TableWords } from "../../en/desk/tables";

export const tables: TableWords = {
  notKnown: "Noch nicht bekannt",
  chart: {
    title: "Nach Viertelstunden",
    keys: "Tag nach Viertelstunden; Pfeiltasten bewegen",
    answered: "angenommen",
    missed: "verpasst",
    offered: "eingegangen",
    level: "Servicelevel",
    goal: (percent) => `Ziel ${percent}`,
    ofDecided: (met, decided) => `${met} von ${decided} rechtzeitig`,
    time: "Uhrzeit",
    noCalls: "keine Anrufe",
    noData: (from, to) => `keine Daten ${from}–${to}`,
    empty: (goal) =>
      `Heute noch keine Anrufe. Hier stehen dann je Viertelstunde die angenommenen und verpassten, dazu das Servicelevel gegen das Ziel von ${goal}.`,
    loading: "Diagramm wird geladen",
  },
  waiting: {
    title: "Jetzt wartend",
    count: (count, text) => (count === 1 ? "1 Anrufer" : `${text} Anrufer`),
    nobody: "Niemand wartet",
    caller: "Anrufer",
    waited: "Wartet",
    today: "Heute",
    queue: "Queue",
    position: "Position",
    withheld: "unterdrückt",
    unrecognised: "nicht wiederzuerkennen",
  },
  caller: {
    hidden: "wird nicht gezeigt",
    show: "Rufnummer anzeigen",
    hide: "Rufnummer verbergen",
    written: "das wird protokolliert",
    notKept: "Nicht mehr aufbewahrt",
    notHere: "Nicht mehr auf diesem Board",
    failed: "Lässt sich jetzt nicht anzeigen",
    noAnswer: "Der Server antwortet nicht",
  },
  agents: {
    title: "Agenten",
    signedIn: (_signedIn, signedInText, _free, freeText) => `${signedInText} angemeldet, ${freeText} frei`,
    filter: "Filtern",
    filterBy: "Agenten nach Name, Status, Grund oder Queue filtern",
    loggedOut: (_count, text) => `Abgemeldet: ${text}`,
    none: "Niemand ist angemeldet",
    noneFound: (filter) => `Niemand passt zu „${filter}“`,
    name: "Name",
    state: "Status",
    time: "Dauer",
    answered: "Anrufe",
    answeredMeaning: "Heute angenommene Anrufe, über alle Queues",
  },
  today: (contacts, missed, answeredAt) => {
    const parts = [contacts <= 1 ? "erster Anruf" : `${contacts}. Anruf`];
    if (missed > 0) parts.push(`${times(missed)} verpasst`);
    if (answeredAt !== null) parts.push(`um ${answeredAt} angenommen`);
    return parts.join(", ");
  },
};

function times(count: number): string {
  switch (count) {
    case 1:
      return "einmal";
    case 2:
      return "zweimal";
    default:
      return `${count}-mal`;
  }
}
