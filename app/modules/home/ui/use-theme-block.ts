import { useEffect, useState } from 'react';

/** Whether a block of ours stands in the theme: `unknown` until Shopify answers, and where it cannot. */
export type ThemeBlock = 'unknown' | 'missing' | 'placed';

/** Asks Shopify, in the browser, where the merchant put our theme blocks; again when the tab comes back from the editor. */
export function useThemeBlock(): ThemeBlock {
  const [block, setBlock] = useState<ThemeBlock>('unknown');
  useEffect(() => {
    const gone = new AbortController();
    const ask = async () => {
      const answer = await themeBlock().catch((): ThemeBlock => 'unknown');
      if (!gone.signal.aborted) setBlock(answer);
    };
    void ask();
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void ask(), { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return block;
}

async function themeBlock(): Promise<ThemeBlock> {
  const app = 'shopify' in globalThis ? globalThis.shopify?.app : undefined;
  if (typeof app?.extensions !== 'function') return 'unknown';
  const blocks = (await app.extensions()).flatMap(({ type, activations }) => (type === 'theme_app_extension' ? activations : []));
  return blocks.some((block) => 'status' in block && block.status === 'active') ? 'placed' : 'missing';
}
