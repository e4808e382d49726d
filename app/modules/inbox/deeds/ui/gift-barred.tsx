import { Banner, Link } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { giftBarOf } from '../gift-bar.ts';
import type { MoneyRights } from '../money-rights.server.ts';
import { useDeedWords } from './words.ts';

/** Why nothing can be given beyond what was paid, and where that is changed; nothing where something can. */
export function GiftBarred({ rights, currency }: { rights: MoneyRights; currency: string }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const bar = giftBarOf(rights);
  if (bar === null) return null;
  return (
    <Banner tone="info">
      <p>{t(`gift.barred.${bar}`, { most: formats.money({ minor: rights.goodwill, currency }) })}</p>
      <p>
        <Link url="/app/settings/staff">{t('gift.barred.change')}</Link>
      </p>
    </Banner>
  );
}
