import { formatMoney } from '#app/kernel/money.ts';
import type { AmountRow, Plan } from '#app/modules/returns/index.pure.ts';
import type { PortalVisit } from './portal-visit.ts';

interface Row {
  label: string;
  amount: number;
}

/** Every amount of a return and what it is for, down to what is paid. */
export function MoneyTable({ visit, plan }: { visit: PortalVisit; plan: Plan }) {
  const { say, words } = visit;
  const { money, bonus, lines } = plan;
  const write = (minor: number) => formatMoney({ minor, currency: money.currency }, words.locale);
  // Rows name lines as Shopify does, by a global id that ends in the number.
  const titleOf = (id: string) => lines.find(({ lineId }) => lineId === id.split('/').at(-1))?.title ?? '';
  const rows = money.rows.map((row) => ({ label: labelOf(row, titleOf, visit), amount: row.amount }));
  return (
    <>
      <table className="ac-money">
        <tbody>
          {rows.map((row, at) => (
            // The same words may stand for several amounts.
            <MoneyRow key={at} {...row} write={write} />
          ))}
        </tbody>
        <tfoot>
          {totalsOf(plan, visit).map((row) => (
            <MoneyRow key={row.label} {...row} write={write} />
          ))}
        </tfoot>
      </table>
      {money.taxIncluded === 0 ? null : <p className="ac-hint">{say('review.taxIncluded', { amount: write(Math.abs(money.taxIncluded)) })}</p>}
      {money.owed === 0 && money.refund === 0 && bonus === 0 ? <p>{say('review.even')}</p> : null}
    </>
  );
}

function MoneyRow({ label, amount, write }: Row & { write(minor: number): string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{write(amount)}</td>
    </tr>
  );
}

function totalsOf({ money: { refund, owed }, bonus, to }: Plan, { say }: PortalVisit): Row[] {
  if (owed > 0) return [{ label: say('review.owed'), amount: owed }];
  if (to !== 'store_credit' && bonus === 0) return refund > 0 ? [{ label: say('review.refund'), amount: refund }] : [];
  const main = { label: say(to === 'store_credit' ? 'review.credit' : 'review.refund'), amount: refund };
  const gift = bonus > 0 ? [{ label: say('review.bonus'), amount: bonus }] : [];
  return [main, ...gift, ...(to === 'store_credit' && bonus > 0 ? [{ label: say('review.creditTotal'), amount: refund + bonus }] : [])];
}

function labelOf(row: AmountRow, titleOf: (lineId: string) => string, { say }: PortalVisit): string {
  switch (row.kind) {
    case 'price':
      return say('row.price', { title: titleOf(row.lineId), count: row.quantity });
    case 'discount':
      return say('row.discount', { title: row.title });
    case 'exchange':
      return say('row.exchange', { title: row.title, count: row.quantity });
    case 'exchange_discount':
    case 'exchange_tax':
      return say(`row.${row.kind}`, { title: row.title });
    default:
      return say(`row.${row.kind}`);
  }
}
