import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Liquid } from 'liquidjs';
import { createLiquidEngine } from './liquid/engine.ts';
import { loadTranslations, type Translate } from './liquid/translations.ts';

const themeDir = fileURLToPath(new URL('./theme', import.meta.url));

/** The shop's theme: its engine, words and assets. */
export interface Theme {
  engine: Liquid;
  translate: Translate;
  assetsDir: string;
  /** The address of a theme asset, with its fingerprint so that it may be cached for good. */
  assetUrl(file: string): string;
}

/** Loads the theme the demo shop uses. */
export function loadTheme(): Theme {
  const assetsDir = join(themeDir, 'assets');
  const fingerprints = new Map<string, string>();
  const fingerprint = (file: string): string => {
    const known = fingerprints.get(file);
    if (known) return known;
    const made = createHash('sha256').update(readFileSync(join(assetsDir, file))).digest('hex').slice(0, 12);
    fingerprints.set(file, made);
    return made;
  };
  return {
    engine: createLiquidEngine(themeDir, join(themeDir, 'snippets')),
    translate: loadTranslations(join(themeDir, 'locales')),
    assetsDir,
    assetUrl: (file) => `/cdn/assets/${file}?v=${fingerprint(file)}`,
  };
}
