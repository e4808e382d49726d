import { Button, ButtonGroup, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useShellWords } from '#app/ui/words.ts';
import type { PolicyPageView, SaidChange, VersionHead } from '../desk/views.ts';
import { ChangesList } from './changes-list.tsx';
import type { PolicyAct } from './use-policy-act.ts';
import { usePolicyWords } from './words.ts';

interface Props {
  draft: PolicyPageView['draft'];
  changes: readonly SaidChange[];
  published: VersionHead | null;
  acting: PolicyAct;
}

/** Whether what is written counts already; if not, in what it differs from what does, and the ways on. */
export function DraftCard({ draft, changes, published, acting }: Props) {
  const { t } = usePolicyWords();
  const { formats } = useAdmin();
  const [open, setOpen] = useState<'publish' | 'discard' | null>(null);
  if (!draft) {
    return (
      <TitledCard title={t(published ? 'published.title' : 'published.none')} text={published ? t('published.text', { version: published.version, at: formats.moment(published.publishedAt) }) : t('published.noneText')} gap="200">
        {null}
      </TitledCard>
    );
  }
  const send = (intent: 'publish' | 'discard') => {
    acting.act({ intent, after: draft.revision });
    setOpen(null);
  };
  return (
    <TitledCard title={t('draft.title')} text={t(published ? 'draft.text' : 'draft.textFirst', { at: formats.moment(draft.madeAt) })}>
      {changes.length === 0 ? <Text as="p">{t('draft.same')}</Text> : <ChangesList changes={changes} />}
      <ButtonGroup>
        <Button variant="primary" disabled={published !== null && changes.length === 0} loading={acting.busy === 'publish'} onClick={() => setOpen('publish')}>
          {t('draft.publish')}
        </Button>
        {changes.length > 0 && <Button url="/app/settings/returns/try">{t('try.open')}</Button>}
        <Button loading={acting.busy === 'undo'} onClick={() => acting.act({ intent: 'undo', after: draft.revision })}>
          {t('draft.undo')}
        </Button>
        <Button variant="tertiary" tone="critical" loading={acting.busy === 'discard'} onClick={() => setOpen('discard')}>
          {t('draft.discard')}
        </Button>
      </ButtonGroup>
      <Question open={open === 'publish'} title={t('draft.publishTitle')} text={t('draft.publishText')} button={t('draft.publish')} onYes={() => send('publish')} onClose={() => setOpen(null)} />
      <Question open={open === 'discard'} title={t('draft.discardTitle')} text={t('draft.discardText')} button={t('draft.discard')} destructive onYes={() => send('discard')} onClose={() => setOpen(null)} />
    </TitledCard>
  );
}

interface QuestionProps {
  open: boolean;
  title: string;
  text: string;
  button: string;
  destructive?: boolean;
  onYes(): void;
  onClose(): void;
}

function Question({ open, title, text, button, destructive = false, onYes, onClose }: QuestionProps) {
  const shell = useShellWords();
  return (
    <Modal open={open} onClose={onClose} title={title} primaryAction={{ content: button, destructive, onAction: onYes }} secondaryActions={[{ content: shell.t('form.cancel'), onAction: onClose }]}>
      <Modal.Section>
        <Text as="p">{text}</Text>
      </Modal.Section>
    </Modal>
  );
}
