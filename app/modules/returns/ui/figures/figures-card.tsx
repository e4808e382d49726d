import { BlockStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { FiguresTable } from '#app/ui/figures-table.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

interface Props {
  title: string;
  text?: string;
  /** Said in place of all figures where there are none. */
  none?: string | null;
  children: ReactNode;
  /** The same figures, exactly. */
  headings: readonly string[];
  rows: readonly (readonly [string, ...string[]])[];
  voice: FiguresVoice;
}

/** A chart, and the table it was drawn from. */
export function FiguresCard({ title, text, none = null, children, headings, rows, voice: { t } }: Props) {
  return (
    <TitledCard title={title} text={text} gap="300">
      {none !== null ? (
        <Text as="p" tone="subdued">
          {none}
        </Text>
      ) : (
        <>
          <BlockStack gap="100">{children}</BlockStack>
          <details>
            <summary style={{ cursor: 'pointer', paddingBlock: 'var(--p-space-100)' }}>{t('asTable')}</summary>
            <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
              <FiguresTable caption={title} headings={headings} rows={rows} />
            </div>
          </details>
        </>
      )}
    </TitledCard>
  );
}
