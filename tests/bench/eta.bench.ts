import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { rangeWhenSent } from '../../app/modules/promises/backtest.ts';
import { localDays } from '../../app/modules/promises/calendar-day.ts';
import { deliveryCalendar, type DeliveryCalendar } from '../../app/modules/promises/delivery-calendar.ts';
import { calendarOf, finest } from '../../app/modules/promises/knowledge.ts';
import { laneName } from '../../app/modules/promises/lane.ts';
import type { Reading } from '../../app/modules/promises/learning.ts';
import { replay } from '../../app/modules/promises/replay.ts';
import { laneOf } from '../../app/modules/promises/transit-sample.ts';
import { simulatedParcels } from '../promises/simulated-parcels.ts';
import { compareWithFixed, isLate, type TriedParcel } from './eta/late-warnings.ts';
import { readParcels, type ParcelFile, type PromisedParcel } from './eta/read-parcels.ts';
import { report, type Figure } from './figures.ts';

/** Every clock of the parcels is a local one. */
const reading: Reading = { zone: 'UTC', zoneOf: () => 'UTC', work: deliveryCalendar([1, 1, 1, 1, 1, 0, 0], () => false) };
const fewest = 100;

/**
 * How well dates hold on parcels that were held back: ours of a simulated year and a half, or with `--csv file` those of a file. The older
 * 70 % are learned from. Each of the rest is given its range with what had been delivered before it left, as in the running shop; beside it
 * stands what a shop would reach that learned once and never again.
 */
export async function bench(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { csv: { type: 'string' }, parcels: { type: 'string', default: '60000' }, seed: { type: 'string', default: '1' } } });
  const file = values.csv ? readParcels(await readFile(values.csv, 'utf8')) : simulated(Number(values.parcels), Number(values.seed));
  console.log(`${file.parcels.length} parcels arrived; left out: ${file.open} that have not, ${file.unreadable} without a readable time.`);
  if (file.parcels.length < fewest) {
    console.error(`At least ${fewest} parcels that arrived are needed.`);
    return false;
  }
  const began = performance.now();
  const learning = tryOut(file.parcels, 1);
  const once = tryOut(file.parcels, null);
  const several = learning.tried.filter(({ width }) => width > 1);
  printLanes(learning);
  const figures: Figure[] = [
    { name: 'parcels learned from', value: learning.trained, unit: '', target: null },
    { name: 'parcels tried', value: learning.tried.length, unit: '', target: null },
    { name: 'coverage', value: learning.coverage, unit: '', target: { atLeast: 0.77 } },
    // A range of one day cannot be narrower, however often it holds.
    { name: 'coverage of ranges of several days', value: meansOf(several).coverage, unit: '', target: { atMost: 0.85 } },
    { name: 'mean width', value: learning.meanWidth, unit: 'days', target: null },
    { name: 'mean absolute error of the middle', value: learning.meanError, unit: 'days', target: null },
    { name: 'learned once: coverage', value: once.coverage, unit: '', target: null },
    { name: 'learned once: mean width', value: once.meanWidth, unit: 'days', target: null },
    { name: 'learned once: mean absolute error', value: once.meanError, unit: 'days', target: null },
    ...warningFigures(learning.tried.flatMap(({ promised, ...parcel }) => (promised === null ? [] : [{ ...parcel, promised }]))),
    { name: 'parcels without delivery, left out', value: file.open, unit: '', target: null },
    { name: 'time', value: (performance.now() - began) / 1000, unit: 's', target: { atMost: 60 } },
  ];
  return report('eta', figures);
}

function simulated(count: number, seed: number): ParcelFile {
  return { parcels: simulatedParcels({ count, seed }), open: 0, unreadable: 0 };
}

interface Tried extends Omit<TriedParcel, 'promised'> {
  lane: string;
  promised: number | null;
  within: boolean;
  width: number;
  error: number;
}

function tryOut(parcels: readonly PromisedParcel[], relearnDays: number | null) {
  const calendars = new Map<string, DeliveryCalendar>();
  const tried: Tried[] = [];
  const { trained } = replay(parcels, reading, relearnDays, (parcel, known) => {
    const lane = laneOf(parcel);
    const range = rangeWhenSent(parcel, known, reading, calendars);
    const found = finest(known.transit, lane);
    if (!range || !found) return;
    const arrived = localDays('UTC', parcel.deliveredAt);
    const day = Math.floor(arrived);
    tried.push({
      lane: laneName(lane),
      curve: found.known.curve,
      calendar: calendarOf(known.weeks, lane, calendars),
      shipped: localDays('UTC', parcel.shippedAt),
      arrived,
      promised: parcel.promisedAt && Math.floor(localDays('UTC', parcel.promisedAt)),
      within: day >= range.from && day <= range.to,
      width: range.to - range.from + 1,
      error: Math.abs(day - range.middle),
    });
  });
  return { trained, tried, ...meansOf(tried) };
}

function meansOf(tried: readonly Tried[]): { coverage: number; meanWidth: number; meanError: number } {
  const mean = (of: (one: Tried) => number) => tried.reduce((sum, one) => sum + of(one), 0) / Math.max(1, tried.length);
  return { coverage: mean(({ within }) => (within ? 1 : 0)), meanWidth: mean(({ width }) => width), meanError: mean(({ error }) => error) };
}

function printLanes({ tried }: { tried: readonly Tried[] }): void {
  const lanes = Map.groupBy(tried, ({ lane }) => lane);
  console.log(`\n${'lane (the ten busiest)'.padEnd(40)} parcels  coverage  width  error`);
  for (const [lane, parcels] of [...lanes].sort(([, left], [, right]) => right.length - left.length).slice(0, 10)) {
    const { coverage, meanWidth, meanError } = meansOf(parcels);
    console.log(`${lane.padEnd(40)} ${String(parcels.length).padStart(7)}  ${coverage.toFixed(3).padStart(8)}  ${meanWidth.toFixed(1).padStart(5)}  ${meanError.toFixed(1).padStart(5)}`);
  }
  console.log('');
}

/** At the same number of warnings, ours must be right at least as often, and miss no more. */
function warningFigures(parcels: readonly TriedParcel[]): Figure[] {
  const late = parcels.filter(isLate).length;
  if (late === 0) return [];
  const told = { name: 'parcels that came late', value: late, unit: `of ${parcels.length}`, target: null };
  return [told, ...[3, 5, 7].flatMap((days) => {
    const { ours, fixed, tooLate } = compareWithFixed(parcels, days);
    const against = `warnings against ${days} days`;
    if (fixed.count === 0) return [{ name: `${against}: number`, value: 0, unit: '', target: null }];
    return [
      { name: `${against}: number`, value: ours.count, unit: '', target: null },
      { name: `${against}: precision`, value: ours.precision, unit: '', target: { atLeast: fixed.precision } },
      { name: `${against}: recall`, value: ours.recall, unit: '', target: { atLeast: fixed.recall } },
      { name: `${against}: days left, ours`, value: ours.daysLeft, unit: 'days', target: null },
      { name: `${against}: days left, theirs`, value: fixed.daysLeft, unit: 'days', target: null },
      { name: `${against}: theirs after the date`, value: tooLate, unit: '', target: null },
    ];
  })];
}
