import { useEffect, useState } from 'preact/hooks';
import type { CustomerOrder } from '../../app/modules/extensions/answers.ts';
import { askApp, type Answer } from './ask-app.ts';

/** What the page knows so far. `waiting` while there is no order to ask about, as in the editor. */
export type OrderAnswer = Answer<CustomerOrder> | { is: 'loading' } | { is: 'waiting' };

interface Question {
  /** Shopify's global id; none while the page does not know its order. */
  orderId: string | undefined;
  language: string;
  isSignedIn: boolean;
  /** Gives a fresh session token; the same function each time. */
  token(): Promise<string>;
}

/** The order as the app tells it, asked again when the customer signs in or asks for it. */
export function useOrderTold({ orderId, language, isSignedIn, token }: Question): { answer: OrderAnswer; again(): void } {
  const [answer, setAnswer] = useState<OrderAnswer>({ is: 'loading' });
  const [round, setRound] = useState(0);
  const id = orderId === undefined ? undefined : numericPart(orderId);

  useEffect(() => {
    let isCurrent = true;
    const show = (next: OrderAnswer) => void (isCurrent && setAnswer(next));
    if (id === undefined) show({ is: 'waiting' });
    else if (!isSignedIn) show({ is: 'signed-out' });
    else {
      show({ is: 'loading' });
      void askApp<CustomerOrder>(`/account/orders/${id}?locale=${encodeURIComponent(language)}`, token).then(show);
    }
    return () => {
      isCurrent = false;
    };
  }, [id, language, isSignedIn, token, round]);

  return { answer, again: () => setRound(round + 1) };
}

/** `5001` of `gid://shopify/Order/5001`. */
export function numericPart(id: string): string {
  return /(\d+)(?:\?.*)?$/.exec(id)?.[1] ?? '';
}

/** Where the page "Track and help" of an order is. */
export function trackAndHelp(orderId: string): string {
  return `extension:track-and-help/customer-account.order.page.render/${numericPart(orderId)}/`;
}
