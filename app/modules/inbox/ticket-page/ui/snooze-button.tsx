import { ActionList, Box, Button, Form, FormLayout, Popover, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { offeredSnoozes } from '../../tickets/snooze-until.ts';
import { useChange } from './use-change.ts';
import { useWalk } from './walk.tsx';
import { useTicketWords } from './words.ts';

/** Puts the ticket away until a moment: one of a few, or one of its own. */
export function SnoozeButton() {
  const { t } = useTicketWords();
  const { shop, openedAt } = useAdmin();
  const { change, refused } = useChange();
  const walk = useWalk();
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState('');
  const snooze = (fields: Record<string, string>) => {
    (walk?.goesOn ? walk.changeAndGo : change)(fields);
    setOpen(false);
  };
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      preferredAlignment="right"
      activator={
        <Button disclosure onClick={() => setOpen(!open)} tone={refused ? 'critical' : undefined}>
          {t('snooze.button')}
        </Button>
      }
    >
      <ActionList items={offeredSnoozes(shop.ianaTimezone, openedAt).map((choice) => ({ content: t(`snooze.${choice}`), onAction: () => snooze({ snooze: choice }) }))} />
      <section aria-label={t('snooze.until')}>
<Box padding="300" borderBlockStartWidth="025" borderColor="border">
        <Form onSubmit={() => until !== '' && snooze({ until })}>
          <FormLayout>
            <TextField label={t('snooze.until')} helpText={t('snooze.untilHelp', { zone: shop.ianaTimezone })} type="datetime-local" autoComplete="off" value={until} onChange={setUntil} />
            <Button submit disabled={until === ''}>
              {t('snooze.set')}
            </Button>
          </FormLayout>
        </Form>
      </Box>
</section>
    </Popover>
  );
}
