import { type AgentId, agentId, type QueueId } from "../../../../lib/vocabulary";
import { BILLING, PRIORITY, SALES, SUPPORT } from "./queues";

/** `penalty`: lower is called first. */
export type Skill = { readonly queueId: QueueId; readonly penalty: number };

/** Somebody who answers. Minutes are those of the local day; a shift may end at 24 × 60 or run past midnight. */
export type Person = {
  readonly id: AgentId;
  readonly name: string;
  readonly skills: readonly Skill[];
  readonly shift: { readonly fromMinute: number; readonly toMinute: number };
  readonly meal: { readonly atMinute: number; readonly minutes: number; readonly reason: "Lunch" | "Break" };
};

const at = (hour: number, minute: number): number => hour * 60 + minute;
const skills = (...pairs: readonly (readonly [QueueId, number])[]): readonly Skill[] =>
  pairs.map(([queueId, penalty]) => ({ queueId, penalty }));

function person(
  id: string,
  name: string,
  shift: readonly [number, number],
  meal: readonly [number, number, "Lunch" | "Break"],
  can: readonly Skill[],
): Person {
  return {
    id: agentId(id),
    name,
    skills: can,
    shift: { fromMinute: shift[0], toMinute: shift[1] },
    meal: { atMinute: meal[0], minutes: meal[1], reason: meal[2] },
  };
}

/** Few at night, who do everything; most of the lunches fall into the busiest hour and a half. */
export const PEOPLE: readonly Person[] = [
  person(
    "agent-101",
    "Amina Diallo",
    [at(0, 0), at(9, 0)],
    [at(2, 15), 18, "Break"],
    skills([SUPPORT, 0], [PRIORITY, 0], [SALES, 1], [BILLING, 1]),
  ),
  person(
    "agent-102",
    "Jakub Nowak",
    [at(0, 0), at(8, 30)],
    [at(3, 20), 18, "Break"],
    skills([SALES, 0], [BILLING, 0], [SUPPORT, 1], [PRIORITY, 1]),
  ),
  person(
    "agent-103",
    "Keiko Tanaka",
    [at(0, 0), at(9, 0)],
    [at(4, 20), 18, "Break"],
    skills([SUPPORT, 0], [BILLING, 0], [SALES, 0], [PRIORITY, 1]),
  ),
  person(
    "agent-104",
    "Björn Lindqvist",
    [at(6, 30), at(15, 30)],
    [at(11, 40), 30, "Lunch"],
    skills([SUPPORT, 0], [PRIORITY, 0]),
  ),
  person(
    "agent-105",
    "Chiara Conti",
    [at(7, 0), at(16, 0)],
    [at(12, 5), 30, "Lunch"],
    skills([SALES, 0], [BILLING, 1]),
  ),
  person(
    "agent-106",
    "Daniel Okafor",
    [at(7, 30), at(16, 30)],
    [at(12, 25), 30, "Lunch"],
    skills([SUPPORT, 0], [PRIORITY, 1], [SALES, 1]),
  ),
  person(
    "agent-107",
    "Élodie Marchand",
    [at(8, 0), at(17, 0)],
    [at(12, 0), 30, "Lunch"],
    skills([BILLING, 0], [SUPPORT, 1]),
  ),
  person(
    "agent-108",
    "Farid Haddad",
    [at(8, 30), at(17, 30)],
    [at(12, 55), 30, "Lunch"],
    skills([SALES, 0], [PRIORITY, 1]),
  ),
  person(
    "agent-109",
    "Grace Mensah",
    [at(9, 0), at(18, 0)],
    [at(13, 10), 30, "Lunch"],
    skills([SUPPORT, 0], [BILLING, 1], [PRIORITY, 1]),
  ),
  person(
    "agent-110",
    "Henrique Sousa",
    [at(9, 30), at(18, 30)],
    [at(13, 40), 30, "Lunch"],
    skills([SALES, 0], [SUPPORT, 0]),
  ),
  person(
    "agent-111",
    "Ines Kovačević",
    [at(11, 30), at(20, 30)],
    [at(15, 30), 30, "Lunch"],
    skills([BILLING, 0], [SALES, 0]),
  ),
  person(
    "agent-112",
    "Lucía Herrera",
    [at(15, 0), at(24, 0)],
    [at(16, 50), 25, "Break"],
    skills([SUPPORT, 0], [PRIORITY, 0], [SALES, 1]),
  ),
  person(
    "agent-113",
    "Nguyễn Thị Mai",
    [at(14, 30), at(23, 30)],
    [at(17, 25), 25, "Break"],
    skills([SALES, 0], [BILLING, 0], [SUPPORT, 1], [PRIORITY, 1]),
  ),
  person(
    "agent-114",
    "Seán Ó Briain",
    [at(15, 0), at(24, 0)],
    [at(18, 5), 18, "Break"],
    skills([SUPPORT, 0], [BILLING, 0], [SALES, 0], [PRIORITY, 0]),
  ),
];
