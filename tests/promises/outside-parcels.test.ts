import { describe, expect, it } from 'vitest';
import { deliveryCalendar } from '../../app/modules/promises/delivery-calendar.ts';
import { levels } from '../../app/modules/promises/distribution.ts';
import { compareWithFixed, type TriedParcel } from '../bench/eta/late-warnings.ts';
import { readParcels } from '../bench/eta/read-parcels.ts';

describe('a file of parcels from outside', () => {
  it('is read whatever the order of its columns, its line ends, quotes and ways to write a time', () => {
    const { parcels, open, unreadable } = readParcels(
      '\uFEFF"Promised_At",destination,purchased_at,"note, ignored",delivered_at,shipped_at\r\n' +
        '2018-03-20 00:00:00,"SP",2018-03-01 10:00:00,"a ""quoted"", cell\r\nof two lines",2018-03-12T18:30:00-03:00,2018-03-03T09:00\r\n' +
        ',"RJ",2018-03-01,,"2018-03-15 11:00:00",\r\n' +
        '2018-03-20,SP,2018-03-01 10:00:00,,,2018-03-03 09:00:00\r\n' +
        '2018-03-20,SP,,,2018-03-09,\r\n' +
        '\r\n',
    );
    expect({ open, unreadable, arrived: parcels.length }).toEqual({ open: 1, unreadable: 1, arrived: 2 });
    expect(parcels[0]).toMatchObject({
      placedAt: new Date('2018-03-01T10:00:00Z'),
      shippedAt: new Date('2018-03-03T09:00:00Z'),
      deliveredAt: new Date('2018-03-12T18:30:00Z'),
      promisedAt: new Date('2018-03-20T00:00:00Z'),
      destinationProvince: 'SP',
    });
    expect(parcels[1]).toMatchObject({ shippedAt: new Date('2018-03-01T00:00:00Z'), promisedAt: null, service: null });
  });

  it('destinations are countries only where all of them are', () => {
    const file = (...places: string[]) => readParcels(`purchased_at,delivered_at,destination\n${places.map((place) => `2018-03-01,2018-03-02,${place}`).join('\n')}`).parcels[0];
    expect(file('DE', 'FR', '')).toMatchObject({ destination: 'DE', destinationProvince: null });
    expect(file('PA', 'SP')).toMatchObject({ destination: 'ZZ', destinationProvince: 'PA' });
  });

  it('a file without the needed columns, or with a quote left open, is refused in words', () => {
    expect(() => readParcels('shipped_at\n2018-03-01')).toThrow('purchased_at');
    expect(() => readParcels('purchased_at,delivered_at\n"2018')).toThrow('quote');
  });
});

describe('warnings', () => {
  const calendar = deliveryCalendar([1, 1, 1, 1, 1, 1, 1], () => false);
  const curve = (slowest: number) => levels.map((level) => 24 + level * slowest * 24);
  const parcel = (days: number, promised: number, slowest: number): TriedParcel => ({ curve: curve(slowest), calendar, shipped: 100.5, arrived: 100.5 + days, promised: 100 + promised });

  it('are compared at the same number, and the better knowledge of a lane shows', () => {
    const onTime = Array.from({ length: 50 }, () => parcel(5, 9, 6));
    const late = Array.from({ length: 10 }, () => parcel(8, 6, 12));
    const { ours, fixed, tooLate } = compareWithFixed([...onTime, ...late], 4);
    expect(fixed).toMatchObject({ count: 60, recall: 1 });
    expect(fixed.precision).toBeCloseTo(1 / 6);
    expect(ours.count).toBe(60);
    expect(tooLate).toBe(0);
    const atSeven = compareWithFixed([...onTime, ...late.map((one) => ({ ...one, promised: 107 }))], 7);
    expect(atSeven.ours).toMatchObject({ count: 10, precision: 1, recall: 1 });
  });

  it('that come when the promised day is over are none', () => {
    const { fixed, tooLate } = compareWithFixed([parcel(8, 3, 12)], 7);
    expect({ count: fixed.count, tooLate }).toEqual({ count: 0, tooLate: 1 });
  });

  it('of ours come while the parcel is under way and its day is not over', () => {
    const { ours } = compareWithFixed([parcel(8, 6, 12), parcel(2, 6, 12)], 5);
    expect(ours).toMatchObject({ count: 1, precision: 1 });
    expect(ours.daysLeft).toBeGreaterThanOrEqual(1);
  });
});
