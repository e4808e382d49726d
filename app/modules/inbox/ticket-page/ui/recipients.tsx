import { Button, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { DraftMode } from '../../replies/drafts/draft.ts';
import type { TicketView } from '../ticket-view.ts';
import styles from './composer.module.css';
import type { Written } from './use-writing.ts';
import { useTicketWords } from './words.ts';

interface Props {
  view: TicketView;
  mode: DraftMode;
  written: Written;
  onChange(part: Partial<Written>): void;
}

/** To whom it goes. An answer goes to where the customer last wrote from, unless somebody says otherwise. */
export function Recipients({ view, mode, written: { to, cc }, onChange }: Props) {
  const { t } = useTicketWords();
  const [open, setOpen] = useState(false);
  if (mode === 'note') return null;
  const usual = lastAddress(view);
  // What was taken back names to whom it went, which is who it goes to anyway.
  const isUsual = usual !== null && cc === '' && ['', usual.toLowerCase()].includes(to.trim().toLowerCase());
  const type = (part: Partial<Written>) => {
    setOpen(true);
    onChange(part);
  };
  if (mode === 'reply' && !open && isUsual) {
    return (
      <>
        <span className={styles['quiet']}>{t('composer.to', { address: usual })}</span>
        <Button variant="plain" size="micro" onClick={() => setOpen(true)}>
          {t('composer.change')}
        </Button>
      </>
    );
  }
  return (
    <div className={styles['addresses']}>
      <TextField label={t('composer.toLabel')} helpText={mode === 'reply' && usual === null ? t('composer.noAddress') : undefined} type="email" autoComplete="off" placeholder={mode === 'reply' ? (usual ?? '') : ''} value={to} onChange={(value) => type({ to: value })} />
      <TextField label={t('composer.ccLabel')} autoComplete="off" value={cc} onChange={(value) => type({ cc: value })} />
    </div>
  );
}

function lastAddress({ entries, person }: TicketView): string | null {
  const said = entries.filter((entry) => entry.is === 'message' && entry.direction === 'in' && entry.sideId === null && entry.kind === 'mail' && entry.from !== null);
  // Whoever else spoke since is not who the ticket is of.
  const own = said.findLast((entry) => entry.is === 'message' && entry.authorId === person.id);
  if (own?.is === 'message') return own.from;
  const last = said.at(-1);
  // Whoever is known by a number alone cannot be written to.
  const address = person.address?.includes('@') ? person.address : null;
  return address ?? (last?.is === 'message' ? last.from : null);
}
