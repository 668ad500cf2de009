import { expect, test } from "vitest";
import type { PersonView } from "../../../lib/metrics/snapshot-types";
import { orderPeople } from "./order-people";

const person = (name: string, state: PersonView["state"]): PersonView => ({
  name,
  state,
  reason: null,
  sinceAtMs: null,
});

test("who can help comes first, then by name; who has logged out is not there", () => {
  const people = {
    a: person("Zoe", "paused"),
    b: person("Ben", "on-contact"),
    c: person("Ann", "on-contact"),
    d: person("Max", "available"),
    e: person("Eve", "logged-out"),
    f: person("Kim", "not-reported"),
  };
  expect(orderPeople(people).map(({ name }) => name)).toEqual(["Max", "Ann", "Ben", "Zoe", "Kim"]);
});
