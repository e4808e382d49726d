import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';

const file = z.object({
  extensions: z
    .array(z.object({ type: z.string(), handle: z.string().optional(), name: z.string().optional() }))
    .optional(),
  settings: z.object({ fields: z.array(z.object({ type: z.string(), key: z.string().optional() })).default([]) }).default({ fields: [] }),
});

/** A trigger as its extension declares it: the keys of its payload, each with the JSON types it may have. */
export interface FlowTrigger {
  handle: string;
  name: string;
  fields: { key: string; types: readonly string[] }[];
}

/** Reads every Flow trigger below a folder of extensions. */
export function readTriggers(extensionsDir: string): Map<string, FlowTrigger> {
  const triggers = new Map<string, FlowTrigger>();
  for (const folder of existsSync(extensionsDir) ? readdirSync(extensionsDir) : []) {
    const toml = join(extensionsDir, folder, 'shopify.extension.toml');
    if (!existsSync(toml)) continue;
    const { extensions = [], settings } = file.parse(parse(readFileSync(toml, 'utf8')));
    const [trigger] = extensions;
    if (trigger?.type !== 'flow_trigger' || trigger.handle === undefined) continue;
    triggers.set(trigger.handle, { handle: trigger.handle, name: trigger.name ?? trigger.handle, fields: settings.fields.map(fieldOf) });
  }
  return triggers;
}

/** A reference travels as the id of what it refers to: `order_reference` as `order_id`. */
function fieldOf({ type, key }: { type: string; key?: string | undefined }): FlowTrigger['fields'][number] {
  const reference = /^(\w+)_reference$/.exec(type)?.[1];
  if (reference !== undefined) return { key: `${reference}_id`, types: ['number', 'string'] };
  if (type === 'number_decimal') return { key: key ?? '', types: ['number'] };
  if (type === 'boolean') return { key: key ?? '', types: ['boolean'] };
  return { key: key ?? '', types: ['string'] };
}
