import { day, hour } from '#app/kernel/time.ts';

/** Within it a conversation is told of itself once, and not at all where a person of the shop spoke in it. */
export const conversationWindow = day;
/** So many go to one address in an hour. */
export const addressWindow = hour;
/** So many go to one address until a person of the shop writes to it: two programs may never be people's only company. */
export const mostUnaccompanied = 3;
/** So many leave a shop in ten minutes, to whomever. */
export const mostOfShop = 300;

/** What is so of a message that came in, before anything is said by itself to whoever wrote it. */
export interface AckFacts {
  isMail: boolean;
  isFromPerson: boolean;
  isAside: boolean;
  isSpam: boolean;
  /** Why no automatic answer may go to it. */
  unanswered: string | null;
  verified: string;
  from: string | null;
  isOwnAddress: boolean;
  /** It answers something that we wrote. */
  answersUs: boolean;
  /** Something left in its conversation within the window. */
  spokenLately: boolean;
  toAddressLately: number;
  /** To its address since a person of the shop last wrote there. */
  unaccompanied: number;
  ofShopLately: number;
}

/**
 * Whether a message may be acknowledged by itself. Only what a person wrote, and what answers nothing of ours: whatever comes back for an acknowledgement never
 * gets another. A program that hides both is stopped by the count for its address, one that also writes from many by that of the shop.
 */
export function mayAcknowledge(facts: AckFacts): boolean {
  const { isMail, isFromPerson, isAside, isSpam, unanswered, verified, from, isOwnAddress, answersUs, spokenLately, toAddressLately, unaccompanied, ofShopLately } = facts;
  if (!isMail || !isFromPerson || isAside || isSpam || unanswered !== null || verified === 'no') return false;
  if (from === null || isOwnAddress || answersUs || spokenLately) return false;
  return toAddressLately === 0 && unaccompanied < mostUnaccompanied && ofShopLately < mostOfShop;
}
