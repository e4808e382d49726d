import { ActionList, Box, Button, ButtonGroup, Form, FormLayout, Popover, TextField } from '@shopify/polaris';
import { ChevronDownIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { DraftMode } from '../../replies/drafts/draft.ts';
import { laterMoments, type LaterMoment } from './later-moments.ts';
import { useTicketWords } from './words.ts';

interface Props {
  mode: DraftMode;
  busy: boolean;
  disabled: boolean;
  /** `sendAt` is as typed, on the shop's clock. */
  onSend(more?: { sendAt?: string; afterwards?: 'solved' | 'waiting_third' }): void;
}

/** Sends what is written: at once, at a later hour, or with what the ticket becomes then. */
export function SendButtons({ mode, busy, disabled, onSend }: Props) {
  const { t } = useTicketWords();
  const { formats, shop } = useAdmin();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState('');
  /** As they were when it was opened. */
  const [moments, setMoments] = useState<LaterMoment[]>([]);
  const toggle = () => {
    setMoments(laterMoments(formats.dayKey(new Date())));
    setOpen(!open);
  };
  const send = (more: Parameters<Props['onSend']>[0]) => {
    setOpen(false);
    onSend(more);
  };
  const afterwards = mode === 'reply' ? ('solved' as const) : ('waiting_third' as const);
  return (
    <ButtonGroup variant="segmented">
      <Button variant="primary" loading={busy} disabled={disabled} onClick={() => onSend()}>
        {t(`composer.send.${mode}`)}
      </Button>
      {mode !== 'note' && (
        <Popover
          active={open}
          onClose={() => setOpen(false)}
          preferredAlignment="right"
          activator={<Button variant="primary" icon={ChevronDownIcon} disabled={disabled || busy} onClick={toggle} accessibilityLabel={t('composer.more')} />}
        >
          <ActionList
            items={[
              { content: t(`composer.then.${afterwards}`), helpText: mode === 'reply' ? t('composer.thenKeys') : undefined, onAction: () => send({ afterwards }) },
              ...(mode === 'reply' ? moments : []).map(({ choice, at: sendAt }) => ({ content: t(`composer.laterOn.${choice}`), onAction: () => send({ sendAt }) })),
            ]}
          />
          {mode === 'reply' && (
            <section aria-label={t('composer.laterAt')}>
<Box padding="300" borderBlockStartWidth="025" borderColor="border">
              <Form onSubmit={() => at !== '' && send({ sendAt: at })}>
                <FormLayout>
                  <TextField label={t('composer.laterAt')} helpText={t('composer.laterHelp', { zone: shop.ianaTimezone })} type="datetime-local" autoComplete="off" value={at} onChange={setAt} />
                  <Button submit disabled={at === ''}>
                    {t('composer.later')}
                  </Button>
                </FormLayout>
              </Form>
            </Box>
</section>
          )}
        </Popover>
      )}
    </ButtonGroup>
  );
}
