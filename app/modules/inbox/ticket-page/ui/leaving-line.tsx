import { Link } from '@shopify/polaris';
import type { Leaving } from '../../replies/leaving-of.server.ts';
import styles from './composer.module.css';
import { useTicketWords } from './words.ts';

/** As whom the customer will read the answer, and where what they write back comes. */
export function LeavingLine({ leaving: { from, answersTo } }: { leaving: Leaving }) {
  const { t } = useTicketWords();
  return (
    <span className={styles['quiet']}>
      {t('composer.leaves', { from, address: answersTo })} <Link url="/app/settings/sending">{t('composer.sendAsOwn')}</Link>
    </span>
  );
}
