import { Tag } from '@shopify/polaris';
import type { TicketView } from '../ticket-view.ts';
import type { AsideTo } from './use-sending.ts';
import { useTicketWords } from './words.ts';

interface Props {
  view: TicketView;
  aside: AsideTo;
  onAside(to: AsideTo): void;
}

/** Which conversation beside this one is written in, or what of this one goes along to somebody new. */
export function AsideLine({ view: { sides, entries }, aside, onAside }: Props) {
  const { t } = useTicketWords();
  const side = sides.find(({ id }) => id === aside.side);
  if (side) return <Tag onRemove={() => onAside({ side: null, forwards: null })}>{t('composer.inSide', { address: side.address, subject: side.subject })}</Tag>;
  const passed = entries.find((entry) => entry.is === 'message' && entry.id === aside.forwards);
  if (passed?.is !== 'message') return null;
  return <Tag onRemove={() => onAside({ side: null, forwards: null })}>{t('composer.passesOn', { name: passed.authorName || (passed.from ?? ''), words: passed.text.slice(0, 40) })}</Tag>;
}
