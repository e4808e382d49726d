import { BlockStack, Button, ButtonGroup } from '@shopify/polaris';
import { useState, type ReactNode } from 'react';
import type { TicketView } from '../ticket-view.ts';
import { Conversation } from './conversation.tsx';
import { Properties } from './properties.tsx';
import styles from './ticket.module.css';
import { TicketHead } from './ticket-head.tsx';
import { useTicketWords } from './words.ts';

interface Props {
  view: TicketView;
  /** What another room shows of the person and the orders. */
  beside?: ReactNode;
  /** Where somebody answers. */
  composer?: ReactNode;
}

/** One conversation to be read and answered, what is known beside it. On a narrow screen one of the two is shown at a time. */
export function TicketPage({ view, beside, composer }: Props) {
  const { t } = useTicketWords();
  const [side, setSide] = useState<'talk' | 'aside'>('talk');
  const unless = (shown: typeof side) => (side === shown ? '' : ` ${styles['hiddenOnPhone']}`);
  return (
    <div className={styles['page']}>
      <TicketHead view={view} />
      <div className={styles['tabs']}>
        <ButtonGroup variant="segmented" fullWidth>
          <Button pressed={side === 'talk'} onClick={() => setSide('talk')}>
            {t('page.conversation')}
          </Button>
          <Button pressed={side === 'aside'} onClick={() => setSide('aside')}>
            {t('page.details')}
          </Button>
        </ButtonGroup>
      </div>
      <section className={`${styles['talk']}${unless('talk')}`} aria-label={t('page.conversation')}>
        <Conversation view={view} />
        {composer}
      </section>
      <section className={`${styles['aside']}${unless('aside')}`} aria-label={t('page.details')} tabIndex={0}>
        <BlockStack gap="300">
          <Properties view={view} />
          {beside}
        </BlockStack>
      </section>
    </div>
  );
}
