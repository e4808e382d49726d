import type { WritingAnswer } from '../writing-answer.ts';

/**
 * Sends what somebody does while they write, beside the page's own data: a failure leaves the page, and what is typed, as it is. Null where no answer
 * came: nobody knows then whether it was done, and the same may be asked again.
 */
export async function postWriting(ticketId: number, fields: Readonly<Record<string, string | File>>, { leaving = false } = {}): Promise<WritingAnswer | null> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const answer = await fetch(`/app/inbox/${ticketId}/writing`, { method: 'POST', body: form, keepalive: leaving });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
