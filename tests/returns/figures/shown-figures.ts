import type { ReturnFigures } from '#app/modules/returns/figures/views.ts';

const small = { reason: 'too-small', name: 'Too small' };

/** The figures of a shop that sells dresses and vases. */
export const shownFigures: ReturnFigures = {
  months: 3,
  currency: 'USD',
  rate: { orders: 1_100, ordersBack: 90, units: 1_800, unitsBack: 150 },
  rateByMonth: [
    { month: '2026-09', orders: 600, ordersBack: 60, units: 1_000, unitsBack: 100 },
    { month: '2026-10', orders: 0, ordersBack: 0, units: 0, unitsBack: 0 },
    { month: '2026-11', orders: 500, ordersBack: 30, units: 800, unitsBack: 40 },
  ],
  findings: [
    { title: 'Linen dress', variantTitle: 'M', productId: '1', ...small, of: 42, did: 13, usual: 0.12 },
    { title: 'Vase', variantTitle: null, productId: '2', reason: 'damaged-or-defective', name: 'Damaged or defective', of: 20, did: 9, usual: 0.1 },
    { title: 'Scarf', variantTitle: null, productId: '3', reason: 'adhesion', name: 'Adhesion', of: 10, did: 4, usual: 0.05 },
  ],
  reasons: [{ ...small, units: 80 }, { reason: 'damaged-or-defective', name: 'Damaged or defective', units: 50 }, { reason: null, name: null, units: 20 }],
  products: [
    {
      title: 'Linen dress', variantTitle: null, productId: '1', units: 300, unitsBack: 60, reasons: [{ ...small, units: 45 }],
      variants: [
        { title: 'Linen dress', variantTitle: 'M', productId: '1', units: 100, unitsBack: 40, reasons: [{ ...small, units: 30 }] },
        { title: 'Linen dress', variantTitle: 'L', productId: '1', units: 200, unitsBack: 20, reasons: [{ ...small, units: 15 }] },
      ],
    },
    { title: 'Vase', variantTitle: null, productId: '2', units: 120, unitsBack: 24, reasons: [{ reason: null, name: null, units: 24 }], variants: [] },
  ],
  money: { returns: 70, refunded: 250_000, credited: 100_000, exchanged: 50_000, bonus: 4_000, fees: 6_500 },
  moneyByMonth: [
    { month: '2026-09', returns: 40, refunded: 150_000, credited: 50_000, exchanged: 25_000, bonus: 2_000, fees: 3_500 },
    { month: '2026-10', returns: 0, refunded: 0, credited: 0, exchanged: 0, bonus: 0, fees: 0 },
    { month: '2026-11', returns: 30, refunded: 100_000, credited: 50_000, exchanged: 25_000, bonus: 2_000, fees: 3_000 },
  ],
  labels: { labels: 42, cost: 29_400, inOtherCurrencies: 2 },
  labelsByMonth: [
    { month: '2026-09', labels: 30, cost: 21_000, inOtherCurrencies: 0 },
    { month: '2026-10', labels: 0, cost: 0, inOtherCurrencies: 0 },
    { month: '2026-11', labels: 12, cost: 8_400, inOtherCurrencies: 2 },
  ],
  times: { refunded: 50, median: 20, ninety: 75, withinDay: 32 },
  timesByMonth: [
    { month: '2026-09', refunded: 30, median: 20.5, ninety: 75, withinDay: 20 },
    { month: '2026-10', refunded: 0, median: null, ninety: null, withinDay: 0 },
    { month: '2026-11', refunded: 20, median: 12, ninety: 30, withinDay: 12 },
  ],
};
