/** A way parcels go. Null is not known or any. `destination` is a country, or a province of one (`US-CA`). */
export interface Lane {
  carrier: string | null;
  service: string | null;
  origin: string | null;
  destination: string | null;
}

/** The name of a lane: `ups/ground/US/US-CA`, `*` for any. */
export type LaneName = string;

/** What a merchant calls a service may hold our own signs: they are left out. */
export function laneName({ carrier, service, origin, destination }: Lane): LaneName {
  return [carrier, service?.replaceAll(/[/*]/g, ' ').trim(), origin, destination].map((part) => part || '*').join('/');
}

export function laneOfName(name: LaneName): Lane {
  const [carrier = null, service = null, origin = null, destination = null] = name.split('/').map((part) => (part === '*' ? null : part));
  return { carrier, service, origin, destination };
}

/**
 * The lanes a parcel belongs to, coarsest first: all parcels, the carrier's, the destination's, and on to its own.
 * What is not known of it is left out, so a parcel of which nothing is known belongs to the first only.
 */
export function lanesOf({ carrier, service, origin, destination }: Lane): LaneName[] {
  const any: Lane = { carrier: null, service: null, origin: null, destination: null };
  const country = destination?.split('-')[0] ?? null;
  const lanes: Lane[] = [
    any,
    { ...any, carrier },
    { ...any, destination: country },
    { ...any, origin, destination: country },
    { ...any, carrier, destination: country },
    { ...any, carrier, origin, destination: country },
    { carrier, service, origin, destination: country },
    { ...any, carrier, origin, destination },
    { carrier, service, origin, destination },
  ];
  return [...new Set(lanes.map(laneName))];
}
