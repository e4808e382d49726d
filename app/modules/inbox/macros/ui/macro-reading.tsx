import { Banner, BlockStack, Box, Link, Select, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import { macroStates } from '../macro-variables.ts';
import type { MacroPreview } from '../preview-macro.server.ts';
import { useMacroWords } from './words.ts';

const typingPause = 600;
const filledWith = ['newest', ...macroStates.parcel_is] as const;

/** How the words of a macro read to a customer, a moment after somebody stopped typing. */
export function MacroReading({ locale, text }: { locale: CustomerLocale; text: string }) {
  const { t } = useMacroWords();
  const [chosen, choose] = useState<(typeof filledWith)[number]>('newest');
  const reading = useReading({ locale, text, with: chosen });
  if (text.trim() === '') return null;
  return (
    <BlockStack gap="200">
      <Select label={t('reading.title')} options={filledWith.map((each) => ({ value: each, label: t(`reading.with.${each}`) }))} value={chosen} onChange={(value) => choose(filledWith.find((each) => each === value) ?? 'newest')} />
      {reading === 'failed' && <Banner tone="warning">{t('reading.failed')}</Banner>}
      {reading !== 'failed' && reading?.is === 'wrong' && (
        <Banner tone="warning">
          {reading.problems.map(({ locale: spoken, line, problem, detail }) => (
            <p key={`${line}${problem}${detail}`}>{t(`wrong.${problem}`, { language: t(`language.${spoken}`), line, detail })}</p>
          ))}
        </Banner>
      )}
      {reading !== 'failed' && reading?.is === 'read' && (
        <>
          <Box background="bg-surface-secondary" padding="300" borderRadius="200">
            <div lang={locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {reading.text}
            </div>
          </Box>
          <Text as="p" tone="subdued">
            {reading.of ? (
              <>
                {t('reading.of', { order: reading.of.order })} <Link url={`/app/inbox/${reading.of.ticketId}`}>{t('reading.ticket', { id: reading.of.ticketId })}</Link>
              </>
            ) : (
              t('reading.sample')
            )}
          </Text>
        </>
      )}
    </BlockStack>
  );
}

/** Null before the first answer; what was read last stays until the next is there. */
function useReading(asked: { locale: string; text: string; with: string }): MacroPreview | 'failed' | null {
  const [reading, setReading] = useState<MacroPreview | 'failed' | null>(null);
  const { locale, text, with: filled } = asked;
  useEffect(() => {
    if (text.trim() === '') return;
    const gone = new AbortController();
    const timer = setTimeout(() => void ask({ locale, text, with: filled }, gone.signal).then(setReading, () => gone.signal.aborted || setReading('failed')), typingPause);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [locale, text, filled]);
  return reading;
}

async function ask(fields: Record<string, string>, signal: AbortSignal): Promise<MacroPreview> {
  const answer = await fetch('/app/settings/macros/preview', { method: 'POST', body: new URLSearchParams(fields), signal });
  if (!answer.ok) throw new Error(`The words could not be read: ${answer.status}.`);
  return (await answer.json()) as MacroPreview;
}
