import { useAuthenticationState, useLanguage, useOrder } from '@shopify/ui-extensions/customer-account/preact';
import { render } from 'preact';
import { NoOrder } from '../../account/no-order.tsx';
import { numericPart, useOrderTold } from '../../account/use-order-told.ts';
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
  const { answer, again } = useOrderTold({
    orderId,
    language: useLanguage().isoCode,
    isSignedIn: useAuthenticationState() === 'fully_authenticated',
    token,
  });
  const told = answer.is === 'told' ? answer.told : null;
  return (
    <s-page heading={order === undefined ? translate('heading') : String(i18n.translate('headingOf', { name: order.name }))} subheading={told?.summary ?? ''}>
      {orderId === undefined ? null : (
        <s-button slot="breadcrumb-actions" href={`shopify:customer-account/orders/${numericPart(orderId)}`} accessibilityLabel={translate('back')} />
      )}
      {told === null ? (
        <s-section>
          <NoOrder answer={answer.is === 'told' ? { is: 'waiting' } : answer} translate={translate} again={again} signIn={() => void requireLogin()} />
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
                <Contents items={told.waiting} />
              </s-stack>
            </s-section>
          )}
          <s-section heading={translate('help.heading')}>
            <s-stack gap="base">
              <s-text>{translate('help.text')}</s-text>
              <s-button href={told.trackingUrl}>{translate('help.open')}</s-button>
            </s-stack>
          </s-section>
          <s-text color="subdued">{told.times}</s-text>
        </s-stack>
      )}
    </s-page>
  );
}
