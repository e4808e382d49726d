import type { TransitSample } from '../../../app/modules/promises/transit-sample.ts';

/** A parcel of a file, with the moment its shop had promised. */
export interface PromisedParcel extends TransitSample {
  promisedAt: Date | null;
}

/** What a file holds, and what of it says nothing of arrivals. */
export interface ParcelFile {
  parcels: PromisedParcel[];
  /** Rows of parcels that have not arrived. */
  open: number;
  /** Rows without a readable time of purchase or shipping. */
  unreadable: number;
}

/** Parcels from comma-separated text: `purchased_at, shipped_at, delivered_at, promised_at`, and `carrier, service, destination` where there are any; columns in any order. */
export function readParcels(text: string): ParcelFile {
  const [header = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
  const columns = header.map((name) => name.trim().toLowerCase());
  for (const needed of ['purchased_at', 'delivered_at']) if (!columns.includes(needed)) throw new Error(`The file has no column ${needed}.`);
  const file: ParcelFile = { parcels: [], open: 0, unreadable: 0 };
  const told = rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => new Map(columns.map((name, at) => [name, (row[at] ?? '').trim()])));
  const placeOf = readPlaces(told.map((row) => row.get('destination') ?? ''));
  for (const [at, row] of told.entries()) {
    const time = (name: string) => timeOf(row.get(name) ?? '');
    const shippedAt = time('shipped_at') ?? time('purchased_at');
    const deliveredAt = time('delivered_at');
    if (!shippedAt) file.unreadable += 1;
    else if (!deliveredAt) file.open += 1;
    else {
      const promisedAt = time('promised_at');
      file.parcels.push({
        shipmentId: String(at + 1),
        carrier: row.get('carrier') || null,
        service: row.get('service') || reachOf(shippedAt, promisedAt),
        origin: null,
        ...placeOf(row.get('destination') ?? ''),
        placedAt: time('purchased_at') ?? shippedAt,
        shippedAt,
        firstScanAt: null,
        deliveredAt,
        firstPromisedTo: promisedAt && promisedAt.toISOString().slice(0, 10),
        silences: [],
        excepted: false,
        promisedAt,
      });
    }
  }
  return file;
}

/** Clocks are taken as they are written, whatever zone stands behind them: the day a parcel came is the day its place wrote. */
function timeOf(written: string): Date | null {
  const [, day, time = '00:00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?/.exec(written) ?? [];
  const at = new Date(`${day}T${time}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Where no service is named, how far off the promised day is stands for it: what is promised later goes further or slower. */
function reachOf(shippedAt: Date, promisedAt: Date | null): string | null {
  if (!promisedAt) return null;
  const days = Math.max(0, (promisedAt.getTime() - shippedAt.getTime()) / 86_400_000);
  return `promised-${Math.round(3 * Math.log1p(days))}`;
}

/** Destinations are countries where every one of them is; else regions of one country whose holidays are unknown. */
function readPlaces(destinations: readonly string[]): (written: string) => Pick<TransitSample, 'destination' | 'destinationProvince'> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const isCountry = (written: string) => /^[A-Z]{2}$/.test(written) && names.of(written) !== undefined;
  const countries = [...new Set(destinations)].filter((written) => written !== '').every(isCountry);
  return (written) => {
    if (written === '') return { destination: null, destinationProvince: null };
    return countries ? { destination: written, destinationProvince: null } : { destination: 'ZZ', destinationProvince: written.replaceAll(/[-/]/g, ' ') };
  };
}

/** Cells of comma-separated text; quoted ones may hold commas, quotes and line ends. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"[ \t]*|((?!")[^,\r\n]*))(,|\r?\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error(`A quote in line ${rows.length} is not closed.`);
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
