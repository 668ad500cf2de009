import type { OwnWords } from "../../en/settings/own";

export const own: OwnWords = {
  you: "Sie",
  name: "Name",
  role: "Rolle",
  queues: "Queues",
  allQueues: "Alle Queues",
  signsIn: "Anmeldung",
  byPassword: "Mit Name und Passwort",
  byCompany: "Über Ihr Unternehmen; dort liegt auch Ihr Passwort",
  open: "Was Ihnen offensteht",
  whoChanges: "Ihre Rolle und was Ihnen offensteht, kann die Administration ändern.",
  password: "Passwort ändern",
  everywhere:
    "Damit werden Sie auf allen anderen Geräten abgemeldet. So verlassen Sie auch ein Gerät, das Sie nicht mehr haben.",
  current: "Bisheriges Passwort",
  next: "Neues Passwort",
  again: "Neues Passwort wiederholen",
  submit: "Ändern und überall sonst abmelden",
  writeCurrent: "Geben Sie Ihr bisheriges Passwort ein.",
  wrongCurrent: "Das ist nicht Ihr bisheriges Passwort.",
  changed: "Ihr Passwort ist geändert. Überall sonst sind Sie abgemeldet.",
};
