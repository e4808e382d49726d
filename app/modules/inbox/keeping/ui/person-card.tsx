import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, ButtonGroup, Form, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useExport } from '#app/ui/use-export.ts';
import type { KeepingAnswer } from '../act-on-keeping.server.ts';
import type { KnownPerson } from '../export-person.server.ts';
import { useKeepingWords } from './words.ts';

/** Hands over all that the inbox holds of one person, or takes them out of it. */
export function PersonCard() {
  const { t } = useKeepingWords();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ person: KnownPerson; may: boolean } | null>(null);
  const [said, setSaid] = useState<'nobody' | 'erased' | 'may_not' | null>(null);
  const [isErasing, setErasing] = useState(false);
  const fetcher = useFetcher<KeepingAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if (!('is' in answer)) return;
    setErasing(false);
    setSaid(answer.is === 'found' ? null : answer.is);
    if (answer.is === 'found') setFound(answer);
    else if (answer.is !== 'may_not') setFound(null);
  });
  const busy = fetcher.state !== 'idle';
  const ask = (intent: 'find' | 'erase', contact: string) => fetcher.submit({ intent, contact }, { method: 'post' });
  return (
    <TitledCard title={t('person.title')} text={t('person.text')}>
      <Form onSubmit={() => ask('find', typed)}>
        <TextField
          label={t('person.contact')}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          connectedRight={
            <Button submit loading={busy} disabled={typed.trim() === ''}>
              {t('person.find')}
            </Button>
          }
        />
      </Form>
      {said && <Banner tone={said === 'may_not' ? 'critical' : said === 'erased' ? 'success' : 'info'}>{t(`person.${said}`)}</Banner>}
      {found && <Found {...found} onErase={() => setErasing(true)} />}
      <RemoveDialog
        open={isErasing}
        busy={busy}
        title={t('person.eraseTitle', { contact: found?.person.contact ?? '' })}
        text={t('person.eraseText')}
        confirm={t('person.erase')}
        onRemove={() => found && ask('erase', found.person.contact)}
        onClose={() => setErasing(false)}
      />
    </TitledCard>
  );
}

/** Somebody who is known, and what may be done about it. */
export function Found({ person: { contact, conversations, messages }, may, onErase }: { person: KnownPerson; may: boolean; onErase(): void }) {
  const { t } = useKeepingWords();
  const exporting = useExport(`/app/settings/keeping/person?contact=${encodeURIComponent(contact)}`, 'person.json');
  return (
    <BlockStack gap="300">
      <Text as="p">{t('person.found', { contact, conversations: t('person.conversations', { count: conversations }), messages: t('person.messages', { count: messages }) })}</Text>
      {exporting.failed && <Banner tone="critical">{t('exportFailed')}</Banner>}
      {may ? (
        <ButtonGroup>
          <Button onClick={exporting.start} loading={exporting.busy}>
            {t('person.export')}
          </Button>
          <Button tone="critical" onClick={onErase}>
            {t('person.erase')}
          </Button>
        </ButtonGroup>
      ) : (
        <Text as="p" tone="subdued">
          {t('person.may_not')}
        </Text>
      )}
    </BlockStack>
  );
}
