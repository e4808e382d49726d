const bareDay = /^(\d{4})-?(\d{2})-?(\d{2})$/;
const edgeOfDay = /^(\d{4})-(\d{2})-(\d{2})[T ](?:00:00(?::00(?:\.0+)?)?|23:59(?::\d{2}(?:\.\d+)?)?)\s*(?:z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The date that is named for a delivery. A day, written alone or as its first or last minute, is that day of the calendar wherever the parcel
 * goes: its midnight in UTC. Anything else is the moment it names; text that is neither gives an invalid date.
 */
export function deliveryDateOf(written: string): Date {
  const day = bareDay.exec(written) ?? edgeOfDay.exec(written);
  return new Date(day ? `${day[1]}-${day[2]}-${day[3]}T00:00:00Z` : written);
}
