import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Liquid, Template } from 'liquidjs';
import { z } from 'zod';
import { createLiquidEngine } from './liquid/engine.ts';
import { loadTranslations, type Translate } from './liquid/translations.ts';

const schemaShape = z.object({
  name: z.string(),
  target: z.enum(['section', 'body', 'head', 'compliance_head']),
  stylesheet: z.string().optional(),
  javascript: z.string().optional(),
  settings: z.array(z.object({ type: z.string(), id: z.string().optional(), default: z.union([z.string(), z.number(), z.boolean()]).optional() })).default([]),
});

/** One block of a theme app extension, ready to render. */
export interface AppBlock {
  /** `{extension folder}/{block file without .liquid}`, the name placements use. */
  id: string;
  extension: string;
  target: 'section' | 'body' | 'head' | 'compliance_head';
  stylesheet: string | null;
  javascript: string | null;
  defaults: Record<string, string | number | boolean>;
  template: Template[];
  engine: Liquid;
  translate: Translate;
}

/** Reads every theme app extension below a folder; a block without a valid schema throws, naming its file. */
export function loadAppBlocks(extensionsDir: string): Map<string, AppBlock> {
  const blocks = new Map<string, AppBlock>();
  if (!existsSync(extensionsDir)) return blocks;
  for (const extension of readdirSync(extensionsDir)) {
    const dir = join(extensionsDir, extension);
    if (!isThemeExtension(dir)) continue;
    const engine = createLiquidEngine(join(dir, 'blocks'), join(dir, 'snippets'));
    const translate = loadTranslations(join(dir, 'locales'));
    const translateSchema = loadTranslations(join(dir, 'locales'), 'schema');
    for (const file of readdirSync(join(dir, 'blocks')).filter((name) => name.endsWith('.liquid'))) {
      const id = `${extension}/${basename(file, '.liquid')}`;
      const source = readFileSync(join(dir, 'blocks', file), 'utf8');
      const schema = readSchema(source, id);
      blocks.set(id, {
        id,
        extension,
        target: schema.target,
        stylesheet: schema.stylesheet ?? null,
        javascript: schema.javascript ?? null,
        defaults: defaultsOf(schema.settings, translateSchema),
        template: engine.parse(source, join(dir, 'blocks', file)),
        engine,
        translate,
      });
    }
  }
  return blocks;
}

function isThemeExtension(dir: string): boolean {
  const toml = join(dir, 'shopify.extension.toml');
  return existsSync(toml) && /^\s*type\s*=\s*"theme"/m.test(readFileSync(toml, 'utf8'));
}

function readSchema(source: string, id: string): z.infer<typeof schemaShape> {
  const json = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source)?.[1];
  if (!json) throw new Error(`${id}: the block has no schema`);
  const parsed = schemaShape.safeParse(JSON.parse(json));
  if (!parsed.success) throw new Error(`${id}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function defaultsOf(settings: z.infer<typeof schemaShape>['settings'], translate: Translate): AppBlock['defaults'] {
  const defaults: AppBlock['defaults'] = {};
  for (const { id, default: value } of settings) {
    if (!id || value === undefined) continue;
    const key = typeof value === 'string' && value.startsWith('t:') ? value.slice(2) : null;
    defaults[id] = key ? (translate('en', key, {}) ?? key) : value;
  }
  return defaults;
}
