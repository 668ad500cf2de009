import type { AlarmRate } from "../../../lib/alerts/alert-api";
import type { Judgement } from "../../../lib/metrics/judgement";

export type RateLine = {
  readonly figure: "lastHour" | "busiestHour" | "lastDay" | "notices" | "standing";
  readonly now: number;
  /** For people who have other work too; null: there is none. */
  readonly aim: number | null;
  /** What people can take in who do nothing else; null: nobody says. */
  readonly most: number | null;
  readonly judgement: Judgement;
};

/** ISA-18.2, EEMUA 191: about one in ten minutes, 150 a day, and 15 in the busiest hour. */
const MOST = { hour: 6, busiestHour: 15, day: 150 } as const;
/** What the rules that stand there by themselves keep to in an ordinary week. */
const AIM = { hour: 1, noticesOfQueue: 6 } as const;

/** AL73: the board's own alarms against both. @param queues how many there are, for what is counted by queue */
export function rateLines(rate: AlarmRate, queues: number): readonly RateLine[] {
  const { lastHour, lastDay, busiestHour, standing } = rate;
  return [
    line("lastHour", lastHour.audible, AIM.hour, MOST.hour),
    line("busiestHour", busiestHour, null, MOST.busiestHour),
    line("lastDay", lastDay.audible, null, MOST.day),
    line("notices", lastDay.notices, AIM.noticesOfQueue * Math.max(1, queues), null),
    line("standing", standing, 0, null),
  ];
}

function line(figure: RateLine["figure"], now: number, aim: number | null, most: number | null): RateLine {
  const judgement = most !== null && now > most ? "act" : aim !== null && now > aim ? "watch" : "ok";
  return { figure, now, aim, most, judgement };
}
