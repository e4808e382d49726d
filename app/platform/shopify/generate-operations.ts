import { glob, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildClientSchema, parse, printSchema, type IntrospectionQuery } from 'graphql';
import { gunzipSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '../../..');
const output = resolve(import.meta.dirname, 'operations.generated.ts');

/** The Admin schema as Shopify publishes it, with its own additions left out. */
async function readSchema() {
  const packed = await readFile(resolve(root, 'sandbox/schema/admin_2026-10.json.gz'));
  const { data } = JSON.parse(gunzipSync(packed).toString('utf8')) as { data: IntrospectionQuery };
  return buildClientSchema(data);
}

/** Every `.graphql` document of the app, in a stable order. */
async function readDocuments() {
  const files: string[] = [];
  for await (const file of glob('app/**/*.graphql', { cwd: root })) files.push(file);
  return Promise.all(files.sort().map(async (location) => ({ location, document: parse(await readFile(resolve(root, location), 'utf8')) })));
}

/** The one generated file: the types and documents of every operation, and of Shopify's types only those that are used. */
async function generateOperations(): Promise<string> {
  const schemaAst = await readSchema();
  const text = await codegen({
    filename: output,
    schema: parse(printSchema(schemaAst)),
    schemaAst,
    documents: await readDocuments(),
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
    config: {
      enumType: 'string-literal',
      scalars: {
        ID: 'string',
        ARN: 'string',
        BigInt: 'string',
        Date: 'string',
        DateTime: 'string',
        Decimal: 'string',
        FormattedString: 'string',
        HTML: 'string',
        JSON: 'unknown',
        Money: 'string',
        StorefrontID: 'string',
        URL: 'string',
        UnsignedInt64: 'string',
        UtcOffset: 'string',
      },
      skipTypename: true,
      useTypeImports: true,
      dedupeFragments: true,
      disableDescriptions: true,
      defaultScalarType: 'string',
    },
  });
  return `// Written by \`node app/platform/shopify/generate-operations.ts\` from the .graphql files and Shopify's schema.\n${text.trimEnd()}\n`;
}

const text = await generateOperations();
if (process.argv.includes('--check')) {
  if (text !== (await readFile(output, 'utf8').catch(() => ''))) {
    console.error('operations.generated.ts is out of date: run `node app/platform/shopify/generate-operations.ts`.');
    process.exit(1);
  }
} else {
  await writeFile(output, text);
}
