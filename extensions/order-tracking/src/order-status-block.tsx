import { useAuthenticationState, useLanguage, useOrder, useSettings } from '@shopify/ui-extensions/customer-account/preact';
import { render } from 'preact';
import type { CustomerOrder, ToldParcel } from '../../../app/modules/extensions/answers.ts';
import { NotTold } from '../../account/not-told.tsx';
import { orderPath, trackAndHelp } from '../../account/order-address.ts';
import { useTold } from '../../account/use-told.ts';

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
  const { known, again } = useTold<CustomerOrder>({
    path: orderPath(orderId, useLanguage().isoCode),
    isSignedIn: useAuthenticationState() === 'fully_authenticated',
    token,
  });
  return (
    <s-section heading={String(settings.heading ?? '') || translate('heading')}>
      {known.is === 'told' && orderId !== undefined ? (
        <Parcels order={known.told} orderId={orderId} translate={translate} />
      ) : (
        <NotTold known={known.is === 'told' ? { is: 'waiting' } : known} translate={translate} again={again} signIn={() => void requireLogin()} />
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
      <s-stack direction="inline" gap="base">
        <s-link href={trackAndHelp(orderId)}>{translate('open')}</s-link>
        {order.returnsUrl === null ? null : <s-link href={order.returnsUrl}>{translate('returns')}</s-link>}
      </s-stack>
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
      {parcel.advice === null ? null : <s-text>{parcel.advice}</s-text>}
    </s-stack>
  );
}
