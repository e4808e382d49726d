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
  const [person, setPerson] = useState<KnownPerson | null>(null);
  const [said, setSaid] = useState<'nobody' | 'erased' | 'may_not' | null>(null);
  const [isErasing, setErasing] = useState(false);
  const fetcher = useFetcher<KeepingAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if (!('is' in answer)) return;
    setErasing(false);
    setSaid(answer.is === 'found' ? null : answer.is);
    if (answer.is === 'found') setPerson(answer.person);
    else if (answer.is !== 'may_not') setPerson(null);
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
      {person && <Found person={person} onErase={() => setErasing(true)} />}
      <RemoveDialog
        open={isErasing}
        busy={busy}
        title={t('person.eraseTitle', { contact: person?.contact ?? '' })}
        text={t('person.eraseText')}
        onRemove={() => person && ask('erase', person.contact)}
        onClose={() => setErasing(false)}
      />
    </TitledCard>
  );
}

function Found({ person: { contact, conversations, messages }, onErase }: { person: KnownPerson; onErase(): void }) {
  const { t } = useKeepingWords();
  const exporting = useExport(`/app/settings/keeping/person?contact=${encodeURIComponent(contact)}`, 'person.json');
  return (
    <BlockStack gap="300">
      <Text as="p">{t('person.found', { contact, conversations: t('person.conversations', { count: conversations }), messages: t('person.messages', { count: messages }) })}</Text>
      {exporting.failed && <Banner tone="critical">{t('exportFailed')}</Banner>}
      <ButtonGroup>
        <Button onClick={exporting.start} loading={exporting.busy}>
          {t('person.export')}
        </Button>
        <Button tone="critical" onClick={onErase}>
          {t('person.erase')}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}
