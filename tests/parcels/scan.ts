import type { ParcelCause, ParcelStatus, Scan } from '#app/modules/carriers/index.server.ts';

export const start = Date.parse('2026-11-01T08:00:00Z');
const hour = 3_600_000;

/** A scan so many hours after the start. */
export function scan(hours: number, status: ParcelStatus | null, part: Partial<Scan> & { cause?: ParcelCause | null; city?: string } = {}): Scan {
  const { city = null, ...rest } = part;
  return {
    id: `t:${hours}:${status ?? 'none'}:${rest.source ?? 'ups'}`,
    source: 'ups',
    status,
    cause: null,
    code: null,
    message: null,
    happenedAt: new Date(start + hours * hour),
    utcOffset: null,
    estimatedDeliveryAt: null,
    place: { city, province: null, country: city === null ? null : 'DE', zip: null },
    ...rest,
  };
}

export const at = (hours: number) => new Date(start + hours * hour);
