import { formatMoney } from '#app/kernel/money.ts';
import type { RequestView } from '#app/modules/returns/index.pure.ts';
import { Card, Item } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';

/** What was not accepted when it was looked at, and why; and what was paid back. */
export function WhatCame({ visit, view }: { visit: PortalVisit; view: RequestView }) {
  const { say, words, dates } = visit;
  const refused = view.returns.flatMap((each) => each.refused);
  const refunds = view.returns.flatMap((each) => each.refunds);
  return (
    <>
      {refused.length > 0 ? (
        <Card heading={say('request.refused')}>
          <ul className="ac-items">
            {refused.map(({ lineId, units, reason }, at) => {
              const line = view.lines.find((each) => each.lineId === lineId);
              return (
                <li key={at}>
                  <Item title={line?.title ?? ''} variantTitle={line?.variantTitle ?? null} image={line?.image ?? null}>
                    <p className="ac-hint">{say('request.refusedUnits', { count: units })}</p>
                    {reason === '' ? null : <p>{reason}</p>}
                  </Item>
                </li>
              );
            })}
          </ul>
          <p className="ac-hint">{say('next.declined')}</p>
        </Card>
      ) : null}
      {refunds.length > 0 ? (
        <Card heading={say('request.paidBack')}>
          <ul className="ac-means">
            {refunds.map(({ amount, at, to }, row) => (
              <li key={row}>{say(to === null ? 'request.back' : to === 'store_credit' ? 'request.backToCredit' : 'request.backToPayment', { amount: formatMoney(amount, words.locale), date: dates.fullDay(at) })}</li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
