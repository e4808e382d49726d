import { createContext, useContext } from 'react';
import type { DeedWish } from '../../deeds/deed.ts';

interface Wishes {
  /** What is to be shown beside the conversation. */
  wish: DeedWish | null;
  want(wish: DeedWish | null): void;
}

const WishContext = createContext<Wishes>({ wish: null, want: () => undefined });

/** Around whatever on the page may wish for a deed, and whatever shows it. */
export const WishProvider = WishContext.Provider;

export const useWishes = (): Wishes => useContext(WishContext);
