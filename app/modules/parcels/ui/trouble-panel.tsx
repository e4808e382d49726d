import { Banner, BlockStack, Button, ButtonGroup, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { TroubleRow } from '../trouble/views.ts';
import { MarkBadge } from './badges.tsx';
import { evidenceOf, type Voice } from './evidence.ts';
import { MarkDialog, type DecidedMark } from './mark-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';

const actions = ['message', 'watched', 'claimed', 'dismissed'] as const;

/** What is wrong with a parcel, why that is known, and what can be done. */
export function TroublePanel({ trouble, voice, onUndo }: { trouble: TroubleRow; voice: Voice; onUndo(at: string): void }) {
  const { formats, words: { t, name } } = voice;
  const [asked, setAsked] = useState<DecidedMark | 'message' | null>(null);
  const close = () => setAsked(null);
  const { id, kind, mark } = trouble;
  return (
    <Banner tone="warning" title={name('trouble', kind)}>
      <BlockStack gap="200">
        <Text as="p" breakWord>
          {evidenceOf(trouble, voice)}
        </Text>
        {mark && (
          <InlineStack gap="200" blockAlign="center">
            <MarkBadge mark={mark.mark} />
            <Text as="span" breakWord>
              {[mark.reason, formats.shortMoment(mark.at)].filter(Boolean).join(' · ')}
            </Text>
          </InlineStack>
        )}
        <ButtonGroup>
          {actions
            .filter((action) => action !== mark?.mark && !(action === 'message' && mark?.mark === 'told_customer'))
            .map((action) => (
              <Button key={action} size="slim" onClick={() => setAsked(action)}>
                {t(action === 'message' ? 'actions.messageOne' : `actions.${action}`)}
              </Button>
            ))}
        </ButtonGroup>
      </BlockStack>
      {asked === 'message' && <MessageDialog chosen={{ ids: [id] }} onClose={close} onDone={close} />}
      {asked !== null && asked !== 'message' && <MarkDialog mark={asked} chosen={{ ids: [id] }} onClose={close} onDone={close} onUndo={onUndo} />}
    </Banner>
  );
}
