import { BlockStack } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { FiguresTable } from '#app/ui/figures-table.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

interface Props {
  title: string;
  children: ReactNode;
  /** The same figures, exactly. */
  headings: readonly string[];
  rows: readonly (readonly [string, ...string[]])[];
  voice: FiguresVoice;
}

/** Charts, and the table they were drawn from. */
export function FiguresCard({ title, children, headings, rows, voice: { t } }: Props) {
  return (
    <TitledCard title={title} gap="300">
      <BlockStack gap="300">{children}</BlockStack>
      <details>
        <summary style={{ cursor: 'pointer', paddingBlock: 'var(--p-space-100)' }}>{t('asTable')}</summary>
        <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
          <FiguresTable caption={title} headings={headings} rows={rows} />
        </div>
      </details>
    </TitledCard>
  );
}
