import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BlockPlacement } from '../storefront/index.ts';

/** Languages the admin can be set to. */
export const languages = ['en', 'zh-CN'] as const;

const preferences = z.object({
  language: z.enum(languages).default('en'),
  blocks: z
    .array(
      z.object({
        template: z.enum(['index', 'product', 'page', 'cart']),
        block: z.string(),
        settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
      }),
    )
    .default([]),
});
type Preferences = z.infer<typeof preferences>;

/** A language of the admin. */
export type Language = Preferences['language'];

/** What merchants chose in the admin, per shop: kept in `admin.json` of the folder, or in memory. */
export function openPreferences(dataDir: string | null) {
  const file = dataDir === null ? null : join(dataDir, 'admin.json');
  const kept = new Map<string, Preferences>(
    file && existsSync(file) ? Object.entries(z.record(z.string(), preferences).parse(JSON.parse(readFileSync(file, 'utf8')))) : [],
  );
  const of = (shopDomain: string): Preferences => kept.get(shopDomain) ?? preferences.parse({});
  const keep = (shopDomain: string, changes: Partial<Preferences>): void => {
    kept.set(shopDomain, { ...of(shopDomain), ...changes });
    if (!file || !dataDir) return;
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(Object.fromEntries(kept)));
  };
  return {
    language: (shopDomain: string): Language => of(shopDomain).language,
    setLanguage: (shopDomain: string, language: Language) => keep(shopDomain, { language }),
    blocks: (shopDomain: string): BlockPlacement[] => of(shopDomain).blocks,
    setBlocks: (shopDomain: string, blocks: BlockPlacement[]) => keep(shopDomain, { blocks: preferences.shape.blocks.parse(blocks) }),
  };
}

/** What merchants chose in the admin. */
export type AdminPreferences = ReturnType<typeof openPreferences>;
