import { Checkbox } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { RefundPreview } from '../../processing/refund-view.server.ts';
import { useReturnWords } from '../words.ts';

interface Props {
  preview: RefundPreview | null;
  currency: string;
  shipping: boolean;
  onShipping(shipping: boolean): void;
  waive: boolean;
  onWaive(waive: boolean): void;
  notify: boolean;
  onNotify(notify: boolean): void;
}

/** What else goes back: the order's shipping, fees that are waived; and whether Shopify tells the customer. */
export function RefundExtras({ preview, currency, shipping, onShipping, waive, onWaive, notify, onNotify }: Props) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  const money = (minor: number) => formats.money({ minor, currency });
  const mayShip = preview !== null && preview.shippingLeft > 0 && preview.refund > 0;
  return (
    <div>
      {(shipping || mayShip) && <Checkbox label={t('refund.shipping', { amount: money(preview?.shippingLeft ?? 0) })} checked={shipping} onChange={onShipping} />}
      {preview !== null && preview.fees > 0 && (
        <div>
          <Checkbox
            label={t('refund.waive', { amount: money(preview.fees) })}
            helpText={t(preview.refund > 0 ? 'refund.waiveHelp' : 'work.nothing_to_waive')}
            disabled={preview.refund === 0}
            checked={waive && preview.refund > 0}
            onChange={onWaive}
          />
        </div>
      )}
      <div>
        <Checkbox label={t('acts.notify')} helpText={t('acts.notifyHelp')} checked={notify} onChange={onNotify} />
      </div>
    </div>
  );
}
