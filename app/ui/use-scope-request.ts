import { useState } from 'react';

/** Asks the shop, in Shopify's own dialog, for a scope it has not granted yet. That it did reaches us a moment later; until then its word counts. */
export function useScopeRequest(scope: string, onAnswer: () => void) {
  const [answer, setAnswer] = useState<'granted' | 'declined' | null>(null);
  const request = async () => {
    const given = 'shopify' in globalThis ? await globalThis.shopify?.scopes?.request([scope]) : undefined;
    setAnswer(given?.result === 'granted-all' ? 'granted' : 'declined');
    onAnswer();
  };
  return { answer, ask: () => void request() };
}
