import { render } from 'preact';
import { trackAndHelp } from '../../account/order-address.ts';

/** The way to "Track and help" from an order's menu; Shopify signs the customer in on the way. */
export default function orderMenuItem(): void {
  render(<s-button href={trackAndHelp(shopify.orderId)}>{String(shopify.i18n.translate('open'))}</s-button>, document.body);
}
