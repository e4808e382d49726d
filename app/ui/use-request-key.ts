import { useRef } from 'react';

const none = { key: '', wish: '' };

/** One key for the very same wish: asked for again by a second click, or after no answer came, it is done once. Once it is forgotten, the same is a new wish. */
export function useRequestKey(): { keyOf(wish: unknown): string; forget(): void } {
  const request = useRef(none);
  return {
    keyOf(wish) {
      const said = JSON.stringify(wish);
      if (request.current.wish !== said) request.current = { key: crypto.randomUUID(), wish: said };
      return request.current.key;
    },
    forget() {
      request.current = none;
    },
  };
}
