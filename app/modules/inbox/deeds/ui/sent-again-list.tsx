import { List } from '@shopify/polaris';
import type { ReshipPreview } from '../preview-reship.server.ts';
import { useDeedWords } from './words.ts';

interface Props {
  rows: ReshipPreview['earlier'];
  money(minor: number): string;
}

/** What of an order went out once more already, and as which order. */
export function SentAgainList({ rows, money }: Props) {
  const { t } = useDeedWords();
  return (
    <List>
      {rows.map(({ title, units, amount, name }, at) => (
        // Nothing names these rows, and none of them moves.
        <List.Item key={at}>{t(name === null ? 'reship.earlierLine' : 'reship.earlierAs', { title, units, amount: money(amount), name: name ?? '' })}</List.Item>
      ))}
    </List>
  );
}
