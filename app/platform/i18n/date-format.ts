/** Writes moments the way people of a language do, on the clock of one place. */
export interface DateFormat {
  /** `Tuesday, 24 November` */
  day(at: Date): string;
  /** `24 November 2026` */
  fullDay(at: Date): string;
  /** `24 Nov, 14:05` */
  moment(at: Date): string;
  /** `14:05` */
  time(at: Date): string;
  /** The place's clock by the name it has all year: `Central European Time`. */
  zoneName(at: Date): string;
}

const made = new Map<string, DateFormat>();

/** The date format of a language and an IANA time zone. */
export function dateFormat(locale: string, zone: string): DateFormat {
  const key = `${locale} ${zone}`;
  const known = made.get(key);
  if (known) return known;
  const style = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const day = style({ weekday: 'long', day: 'numeric', month: 'long' });
  const fullDay = style({ dateStyle: 'long' });
  const moment = style({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
  const time = style({ hour: 'numeric', minute: '2-digit' });
  const name = style({ timeZoneName: 'longGeneric' });
  const format: DateFormat = {
    day: (at) => day.format(at),
    fullDay: (at) => fullDay.format(at),
    moment: (at) => moment.format(at),
    time: (at) => time.format(at),
    zoneName: (at) => name.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone,
  };
  made.set(key, format);
  return format;
}
