import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { accessTable } from './access-table.ts';
import type { Kept } from './kept.ts';
import { KEPT } from './kept.ts';
import { prune } from './prune.ts';
import { readIntrospection } from './introspection.ts';

/** The files the script writes, by name. */
export interface TrimmedSchema {
  'admin.graphql': string;
  'access.json': string;
  'dropped.json': string;
}

/** Trims Shopify's introspection to what is kept: the SDL, the access table and the names of what was dropped. */
export function trimSchema(introspectionJson: unknown, kept: Kept): TrimmedSchema {
  const full = readIntrospection(introspectionJson);
  const { introspection, dropped } = prune(full, kept);
  const schema = lexicographicSortSchema(buildClientSchema(introspection));
  return {
    'admin.graphql': `${printSchema(schema)}\n`,
    'access.json': `${JSON.stringify(accessTable(full, schema, kept), null, 1)}\n`,
    'dropped.json': `${JSON.stringify(dropped)}\n`,
  };
}

/** Reads an introspection file as Shopify's own tools ship it. */
export function readIntrospectionFile(path: string | URL): unknown {
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = process.argv[2] ?? new URL('./admin_2026-10.json.gz', import.meta.url);
  for (const [name, text] of Object.entries(trimSchema(readIntrospectionFile(source), KEPT))) {
    writeFileSync(new URL(`./${name}`, import.meta.url), text);
    console.log(`${name}: ${Math.round(text.length / 1024)} KB`);
  }
}
