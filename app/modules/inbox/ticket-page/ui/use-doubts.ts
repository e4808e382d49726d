import { useState } from 'react';
import { checkNow, useDraftCheck } from '../../macros/ui/draft-findings.tsx';

/**
 * What in an answer does not agree with what is known. Whoever sends words that are doubted is stopped once; sent again as they are, they leave. A check that
 * gives no answer stops nobody.
 */
export function useDoubts(ticketId: number, text: string) {
  const findings = useDraftCheck(ticketId, text);
  const [stopped, setStopped] = useState<string | null>(null);
  return {
    findings,
    /** Something was held back for what is shown. */
    isStopped: stopped === text && findings.length > 0,
    mayLeave: async (): Promise<boolean> => {
      if (text.trim() === '' || stopped === text) return true;
      const found = await checkNow(ticketId, text).catch(() => []);
      if (found.length > 0) setStopped(text);
      return found.length === 0;
    },
  };
}
