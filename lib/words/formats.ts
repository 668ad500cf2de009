import type { Language } from "../config";
import { flooredPercent, formatDuration, NONE_YET, validLocale } from "../format";
import type { DayKey } from "../vocabulary";
import { LOCALES } from "./language";
import { isInstant, placeTime } from "./place-clock";

/** Figures and instants as text, by a language's habits. null is `–` everywhere (UN1). */
export type Formats = {
  /** `1,204` */
  readonly count: (count: number | null) => string;
  /** SL5: floored, `89 %`. */
  readonly percent: (ratio: number | null, digits?: number) => string;
  /** `1:05`, `1:02:03` */
  readonly duration: (ms: number | null) => string;
  /** `10:42:17` */
  readonly clock: (atMs: number | null, timeZone: string) => string;
  /** `18:00` */
  readonly time: (atMs: number | null, timeZone: string) => string;
  /** `Mon 23 Nov 08:00` */
  readonly dayTime: (atMs: number | null, timeZone: string) => string;
  /** `18:00` on the same date, otherwise with the day. */
  readonly moment: (atMs: number | null, nowMs: number, timeZone: string) => string;
  /** `Sun 22 Nov 2026` */
  readonly day: (day: DayKey) => string;
};

/** Texts of one language; what `Intl` needs for them is made once. No zone or instant makes them throw. */
export function createFormats(language: Language): Formats {
  const locale = validLocale(LOCALES[language]);
  const numbers = perKey((digits: number) => {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  });
  const dates = perKey((timeZone: string) => dateFormat(locale, { timeZone }));
  const datesWithYear = perKey((timeZone: string) => dateFormat(locale, { timeZone, year: "numeric" }));
  const tidy = language === "en" ? tidyEnglish : (text: string) => text;

  const dayTime: Formats["dayTime"] = (atMs, timeZone) => {
    const shown = time(atMs, timeZone);
    return shown === NONE_YET ? shown : `${tidy(dates(timeZone).format(atMs ?? 0))} ${shown}`;
  };
  return {
    count: (count) => (isKnown(count) ? numbers(0).format(Math.round(count) || 0) : NONE_YET),
    percent: (ratio, digits = 0) => {
      const percent = flooredPercent(ratio, digits);
      return percent === null ? NONE_YET : `${numbers(digits).format(percent)} %`;
    },
    duration: formatDuration,
    clock,
    time,
    dayTime,
    moment: (atMs, nowMs, timeZone) => {
      const [then, now] = [placeTime(atMs, timeZone), placeTime(nowMs, timeZone)];
      if (then === null || now === null) return NONE_YET;
      const sameDate = then.day === now.day && then.month === now.month && then.year === now.year;
      return sameDate ? time(atMs, timeZone) : dayTime(atMs, timeZone);
    },
    day: (day) => {
      const noonMs = Date.parse(`${day}T12:00:00Z`);
      return isInstant(noonMs) ? tidy(datesWithYear("UTC").format(noonMs)) : NONE_YET;
    },
  };
}

const clock: Formats["clock"] = (atMs, timeZone) => {
  const place = placeTime(atMs, timeZone);
  return place === null ? NONE_YET : `${place.hour}:${place.minute}:${place.second}`;
};

const time: Formats["time"] = (atMs, timeZone) => {
  const place = placeTime(atMs, timeZone);
  return place === null ? NONE_YET : `${place.hour}:${place.minute}`;
};

const isKnown = (figure: number | null): figure is number => figure !== null && Number.isFinite(figure);

/** Weekday and date, short: time is set beside it by ourselves, for engines differ in what they put between. */
const dateFormat = (locale: string, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", ...more });

/** Newer data puts a comma after the weekday where there is a year, and four letters to September. */
const tidyEnglish = (text: string): string => text.replace(",", "").replace("Sept", "Sep");

/** Makes each only once. */
function perKey<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
