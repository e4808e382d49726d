import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { Finding } from '../../draft-check/finding.ts';
import { useMacroWords } from './words.ts';

const typingPause = 900;

/** What in a reply does not agree with what is known, a moment after somebody stopped writing. What could not be asked is no finding. */
export function useDraftCheck(ticketId: number, draft: string): readonly Finding[] {
  const [checked, setChecked] = useState<{ draft: string; findings: readonly Finding[] }>({ draft: '', findings: [] });
  useEffect(() => {
    if (draft.trim() === '') return;
    const gone = new AbortController();
    const timer = setTimeout(() => void checkNow(ticketId, draft, gone.signal).then((findings) => setChecked({ draft, findings }), () => undefined), typingPause);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [ticketId, draft]);
  // What was found in other words than these is no longer where it was.
  return checked.draft === draft && draft.trim() !== '' ? checked.findings : [];
}

/** The same at once, for whoever is about to send. */
export async function checkNow(ticketId: number, draft: string, signal?: AbortSignal): Promise<readonly Finding[]> {
  const answer = await fetch(`/app/inbox/${ticketId}/check`, { method: 'POST', body: new URLSearchParams({ draft }), ...(signal ? { signal } : {}) });
  if (!answer.ok) throw new Error(`The draft could not be checked: ${answer.status}.`);
  const { findings } = (await answer.json()) as { findings: Finding[] };
  return findings;
}

interface Props {
  draft: string;
  findings: readonly Finding[];
  onChange(draft: string): void;
}

/** Each of them with what would be right, and the way to put that in its place. */
export function DraftFindings({ draft, findings, onChange }: Props) {
  const { t } = useMacroWords();
  if (findings.length === 0) return null;
  return (
    <Banner tone="warning" title={t('check.title', { count: findings.length })}>
      <BlockStack as="ul" gap="200">
        {findings.map(({ from, to, claim, instead }) => (
          <li key={`${claim}${from}`}>
            <InlineStack gap="200" blockAlign="center">
              <Text as="span">{t(`check.claim.${claim}`, { said: draft.slice(from, to), instead: instead ?? '' })}</Text>
              {instead !== null && (
                <Button size="micro" onClick={() => onChange(draft.slice(0, from) + instead + draft.slice(to))}>
                  {t('check.replace', { instead })}
                </Button>
              )}
            </InlineStack>
          </li>
        ))}
      </BlockStack>
    </Banner>
  );
}
