import { useLanguage } from '@shopify/ui-extensions/customer-account/preact';
import { render } from 'preact';
import type { OrdersOnTheirWay } from '../../../app/modules/extensions/answers.ts';
import { NotTold } from '../../account/not-told.tsx';
import { trackAndHelp } from '../../account/order-address.ts';
import { useTold } from '../../account/use-told.ts';

export default function profileBlock(): void {
  render(<ProfileBlock />, document.body);
}

// One function for all renders, so that asking is not begun anew by each.
const token = () => shopify.sessionToken.get();

/** The customer's parcels that have not arrived, each with the way to its order. */
function ProfileBlock() {
  const translate = (key: string) => String(shopify.i18n.translate(key));
  // Nobody sees their profile without being signed in.
  const { known, again } = useTold<OrdersOnTheirWay>({ path: `/account/orders?locale=${encodeURIComponent(useLanguage().isoCode)}`, isSignedIn: true, token });
  return (
    <s-section heading={translate('profile.heading')}>
      {known.is === 'told' ? (
        <s-stack gap="base">
          {known.told.orders.length === 0 ? <s-text color="subdued">{translate('profile.none')}</s-text> : null}
          {known.told.orders.map((order) => (
            <s-stack key={order.id} gap="small-200">
              <s-link href={trackAndHelp(order.id)}>{order.name}</s-link>
              {order.parcels.map((parcel) => (
                <s-text key={parcel.id}>{parcel.date === null ? parcel.status : `${parcel.status} · ${parcel.date}`}</s-text>
              ))}
            </s-stack>
          ))}
        </s-stack>
      ) : (
        <NotTold known={known} translate={translate} again={again} signIn={again} />
      )}
    </s-section>
  );
}
