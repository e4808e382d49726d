import { useAuthenticationState, useLanguage, useOrder, useSettings } from '@shopify/ui-extensions/customer-account/preact';
import { render } from 'preact';
import type { CustomerOrder, ToldParcel } from '../../../app/modules/extensions/answers.ts';
import { NoOrder } from '../../account/no-order.tsx';
import { trackAndHelp, useOrderTold } from '../../account/use-order-told.ts';

export default function orderStatusBlock(): void {
  render(<OrderStatusBlock />, document.body);
}

// One function for all renders, so that asking is not begun anew by each.
const token = () => shopify.sessionToken.get();

/** Each parcel of the order in a sentence, with its day and the reason for it. */
function OrderStatusBlock() {
  const { i18n, requireLogin } = shopify;
  const order = useOrder();
  const settings = useSettings();
  const translate = (key: string) => String(i18n.translate(key));
  const orderId = order?.id;
  const { answer, again } = useOrderTold({
    orderId,
    language: useLanguage().isoCode,
    isSignedIn: useAuthenticationState() === 'fully_authenticated',
    token,
  });
  return (
    <s-section heading={String(settings.heading ?? '') || translate('heading')}>
      {answer.is === 'told' && orderId !== undefined ? (
        <Parcels order={answer.told} orderId={orderId} translate={translate} />
      ) : (
        <NoOrder answer={answer.is === 'told' ? { is: 'waiting' } : answer} translate={translate} again={again} signIn={() => void requireLogin()} />
      )}
    </s-section>
  );
}

function Parcels({ order, orderId, translate }: { order: CustomerOrder; orderId: string; translate(key: string): string }) {
  return (
    <s-stack gap="base">
      {order.parcels.length === 0 ? <s-text>{order.summary}</s-text> : null}
      {order.parcels.map((parcel, at) => (
        <s-stack key={parcel.id} gap="base">
          {at > 0 ? <s-divider /> : null}
          <Parcel parcel={parcel} isOneOfMany={order.parcels.length > 1} />
        </s-stack>
      ))}
      {order.parcels.length > 0 && order.waiting.length > 0 ? <s-text color="subdued">{translate('moreToCome')}</s-text> : null}
      <s-link href={trackAndHelp(orderId)}>{translate('open')}</s-link>
    </s-stack>
  );
}

function Parcel({ parcel, isOneOfMany }: { parcel: ToldParcel; isOneOfMany: boolean }) {
  return (
    <s-stack gap="small-200">
      {isOneOfMany ? <s-text color="subdued">{parcel.heading}</s-text> : null}
      <s-text type="strong">{parcel.status}</s-text>
      {parcel.date === null ? null : parcel.tone === 'attention' ? <s-badge tone="critical">{parcel.date}</s-badge> : <s-text>{parcel.date}</s-text>}
      {parcel.why === null ? null : <s-text color="subdued">{parcel.why}</s-text>}
    </s-stack>
  );
}
