import { dayIn } from '#app/kernel/time.ts';
import { customerZone } from './customer-zone.ts';
import { expectationOf } from './expectation.ts';
import { parcelFace } from './parcel-face.ts';
import type { TrackedOrder, TrackedParcel } from './tracked-order.ts';

/** Troubles that keep a parcel waiting. */
const keepsWaiting: ReadonlySet<string> = new Set(['silent', 'no_first_scan', 'past_date', 'customs']);

/** The parcels whose customer waits longer than was said, or than is usual, and may like something else instead. */
export function lateParcels({ parcels }: Pick<TrackedOrder, 'parcels'>, { zone, now }: { zone: string; now: Date }): TrackedParcel[] {
  return parcels.filter(({ story }) => {
    const { step, tone } = parcelFace(story);
    if (story.method === 'none' || story.method === 'pickup' || story.status === 'ready_for_pickup' || tone === 'done' || step === null) return false;
    if (story.status === 'delayed' || story.status === 'expired' || story.troubles.some(({ kind }) => keepsWaiting.has(kind))) return true;
    const expectation = expectationOf(story, dayIn(customerZone(story, zone), now));
    return expectation?.kind === 'missed' || (expectation?.kind === 'expected' && expectation.first !== null);
  });
}

/** The link of an order's page, led on to where its customer says what they would like instead of what is late. */
export function choiceLink(link: string): string {
  return `${link}&report=late`;
}
