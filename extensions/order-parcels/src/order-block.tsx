import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StaffOrder } from '../../../app/modules/extensions/answers.ts';
import { askForOrder, type BlockAnswer } from './ask-for-order.ts';

export default function orderBlock(): void {
  render(<OrderBlock />, document.body);
}

/** The parcels of the order on screen: how each stands, what is wrong with it, and the way into the app. */
function OrderBlock() {
  const { i18n, data } = shopify;
  const translate = (key: string, values: Record<string, string | number> = {}) => String(i18n.translate(key, values));
  const orderId = data.selected[0]?.id ?? '';
  const [answer, setAnswer] = useState<BlockAnswer>({ is: 'loading' });
  const [round, setRound] = useState(0);

  useEffect(() => {
    setAnswer({ is: 'loading' });
    void askForOrder(orderId).then(setAnswer);
  }, [orderId, round]);

  const count = answer.is === 'told' ? answer.told.parcels.length : 0;
  return (
    <s-admin-block heading={translate('name')} collapsedSummary={answer.is === 'told' ? translate('summary', { count }) : ''}>
      {answer.is === 'told' ? <Parcels order={answer.told} translate={translate} /> : null}
      {answer.is === 'loading' ? <s-spinner accessibilityLabel={translate('loading')} /> : null}
      {answer.is === 'unknown' ? <s-text color="subdued">{translate('unknown')}</s-text> : null}
      {answer.is === 'failed' ? (
        <s-banner tone="warning">
          <s-stack gap="small">
            <s-text>{translate('failed')}</s-text>
            <s-button onClick={() => setRound(round + 1)}>{translate('again')}</s-button>
          </s-stack>
        </s-banner>
      ) : null}
    </s-admin-block>
  );
}

interface Told {
  order: StaffOrder;
  translate(key: string, values?: Record<string, string | number>): string;
}

function Parcels({ order, translate }: Told) {
  return (
    <s-stack gap="base">
      {order.parcels.length === 0 ? <s-text color="subdued">{translate('none')}</s-text> : null}
      {order.parcels.map((parcel, at) => (
        <s-stack key={parcel.id} gap="small-200">
          {at > 0 ? <s-divider /> : null}
          {order.parcels.length > 1 ? <s-text color="subdued">{parcel.heading}</s-text> : null}
          <s-text type="strong">{parcel.status}</s-text>
          {parcel.date === null ? null : <s-badge tone={badgeTones[parcel.tone]}>{parcel.date}</s-badge>}
          {parcel.number === null ? null : <s-text color="subdued">{[parcel.carrier, parcel.number].filter(Boolean).join(' · ')}</s-text>}
          {parcel.troubles.map((trouble) => (
            <s-stack key={trouble.id} direction="inline" gap="small-200">
              <s-badge tone="critical">{trouble.text}</s-badge>
              <s-text color="subdued">{translate('since', { when: trouble.since })}</s-text>
            </s-stack>
          ))}
        </s-stack>
      ))}
      <s-link href={order.path}>{translate('open')}</s-link>
    </s-stack>
  );
}

const badgeTones = { waiting: 'neutral', moving: 'info', attention: 'warning', done: 'success' } as const;
