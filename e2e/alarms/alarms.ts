/**
 * What the rules that are there by themselves ask of people: `npm run alarms`, for other seeds `npm run alarms -- 6 7`.
 * Ordinary weeks, each second of them, and then troubles that must be told.
 */
import { CENTRES, DEMONSTRATION } from "./centres";
import { countWeek, type Told, tellTrouble } from "./count";
import { TROUBLES } from "./troubles";
import { WEEK } from "./week";

const given = process.argv.slice(2).map(Number);
const SEEDS = given.length === 0 ? [1, 2, 3, 4, 5] : given;

const minutes = (ms: number | null): string =>
  ms === null ? "–" : `${Math.floor(ms / 60_000)}:${String(Math.round(ms / 1_000) % 60).padStart(2, "0")}`;

/** `0:30 1:35 –`: of each seed. */
const each = (told: readonly Told[], severity: keyof Told): string =>
  told.every((one) => one[severity] === null) ? "–" : told.map((one) => minutes(one[severity])).join(" ");

function weeks(): void {
  console.log(
    "An ordinary week; per open hour, in the worst hour, of the worst day; notices of one queue in its worst day",
  );
  const rows = [...CENTRES, DEMONSTRATION].flatMap((centre) =>
    SEEDS.map((seed) => {
      const startedMs = performance.now();
      const count = countWeek(centre, seed, WEEK);
      return {
        centre: centre.name,
        seed,
        "in 60 s": `${(100 * count.level).toFixed(1)} %`,
        critical: count.bySeverity.critical,
        warning: count.bySeverity.warning,
        notice: count.bySeverity.notice,
        "audible/h": count.audiblePerOpenHour.toFixed(2),
        "worst hour": count.worstHour,
        "hours > 1": count.hoursOverOne,
        "worst day": count.worstDay,
        "notices/queue/day": count.worstNotices,
        "s to play": ((performance.now() - startedMs) / 1_000).toFixed(1),
      };
    }),
  );
  console.table(rows);
}

function troubles(): void {
  console.log(`Troubles: minutes until told, seeds ${SEEDS.join(", ")}`);
  const rows = TROUBLES.flatMap((trouble) =>
    CENTRES.filter(({ site }) => site.hours !== null).map((centre) => {
      const told = SEEDS.map((seed) => tellTrouble(trouble, centre, seed));
      return {
        trouble: trouble.name,
        centre: centre.name,
        critical: each(told, "critical"),
        warning: each(told, "warning"),
        notice: each(told, "notice"),
      };
    }),
  );
  console.table(rows);
}

weeks();
troubles();
