import { useAuthenticationState, useLanguage, useOrder } from '@shopify/ui-extensions/customer-account/preact';
import { render } from 'preact';
import type { CustomerOrder } from '../../../app/modules/extensions/answers.ts';
import { NotTold } from '../../account/not-told.tsx';
import { numericPart, orderPath } from '../../account/order-address.ts';
import { useTold } from '../../account/use-told.ts';
import { ParcelSection } from './parcel-section.tsx';
import { Contents } from './contents.tsx';

export default function trackAndHelpPage(): void {
  render(<TrackAndHelpPage />, document.body);
}

// One function for all renders, so that asking is not begun anew by each.
const token = () => shopify.sessionToken.get();

/** An order with every parcel, its contents and its story, and where to turn when something is wrong. */
function TrackAndHelpPage() {
  const { i18n, requireLogin } = shopify;
  const order = useOrder();
  const translate = (key: string) => String(i18n.translate(key));
  const orderId = order?.id;
  const { known, again } = useTold<CustomerOrder>({
    path: orderPath(orderId, useLanguage().isoCode),
    isSignedIn: useAuthenticationState() === 'fully_authenticated',
    token,
  });
  const told = known.is === 'told' ? known.told : null;
  return (
    <s-page heading={order === undefined ? translate('heading') : String(i18n.translate('headingOf', { name: order.name }))} subheading={told?.summary ?? ''}>
      {orderId === undefined ? null : (
        <s-button slot="breadcrumb-actions" href={`shopify:customer-account/orders/${numericPart(orderId)}`} accessibilityLabel={translate('back')} />
      )}
      {told === null ? (
        <s-section>
          <NotTold known={known.is === 'told' ? { is: 'waiting' } : known} translate={translate} again={again} signIn={() => void requireLogin()} />
        </s-section>
      ) : (
        <s-stack gap="large">
          {told.parcels.map((parcel) => (
            <ParcelSection key={parcel.id} parcel={parcel} translate={translate} />
          ))}
          {told.waiting.length === 0 ? null : (
            <s-section heading={translate('waiting.heading')}>
              <s-stack gap="base">
                <s-text color="subdued">{translate('waiting.text')}</s-text>
                {told.coming === null ? null : <s-text>{told.coming}</s-text>}
                {told.comingWhy === null ? null : <s-text color="subdued">{told.comingWhy}</s-text>}
                <Contents items={told.waiting} />
              </s-stack>
            </s-section>
          )}
          {told.returnsUrl === null ? null : (
            <s-section heading={translate('returns.heading')}>
              <s-stack gap="base">
                <s-text>{translate('returns.text')}</s-text>
                <s-button href={told.returnsUrl}>{translate('returns.open')}</s-button>
              </s-stack>
            </s-section>
          )}
          <s-section heading={translate('help.heading')}>
            <s-stack gap="base">
              <s-text>{translate('help.text')}</s-text>
              <s-button href={told.trackingUrl}>{translate('help.open')}</s-button>
            </s-stack>
          </s-section>
        </s-stack>
      )}
    </s-page>
  );
}
