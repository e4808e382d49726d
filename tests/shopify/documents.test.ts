import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kind, NoDeprecatedCustomRule, parse, specifiedRules, validate, visit, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { adminApiVersion } from '#app/platform/shopify/send-document.server.ts';
import { readRegisteredApp } from '#sandbox/registered-app.ts';
import { openedBy, readAdminSchema, scopedParts } from './admin-schema.ts';

const root = resolve(import.meta.dirname, '../..');
const app = readRegisteredApp(resolve(root, 'shopify.app.toml'), { clientSecret: 'unused' });
const { schema, access, topics } = readAdminSchema();
const files = globSync('app/**/*.graphql', { cwd: root }).sort();
const written = files.map((file) => [file, parse(readFileSync(resolve(root, file), 'utf8'))] as const);
const fragments = new Map(written.flatMap(([, { definitions }]) => definitions).flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));
/** As they are sent: with the fragments that another file has. */
const documents = written.map(([file, document]) => [file, withFragments(document)] as const);
const reasons = readFileSync(resolve(root, 'docs/scopes.md'), 'utf8');
/** A row of a table that begins with this name and says something about it. */
const reasonFor = (name: string) => new RegExp(`^\\| \`${name}\` \\| .{20,} \\|`, 'm').test(reasons);

/** The optional scopes that a document rests on. */
const [, wanted = ''] = /## Asked for where it is wanted([^]*?)\n## /.exec(reasons) ?? [];
const wantedBy = (file: string) => app.optionalScopes.filter((scope) => wanted.includes(`- \`${scope}\`: \`${file}\``));

function withFragments(document: DocumentNode): DocumentNode {
  const definitions = new Set(document.definitions);
  for (const node of definitions) {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment) definitions.add(fragment);
      },
    });
  }
  return { ...document, definitions: [...definitions] };
}

it('documents are found at all', () => expect(files).toContain('app/platform/shops/shop.graphql'));

describe.each(documents)('%s', (file, document) => {
  it('is valid against Shopify’s own schema', () => {
    expect(validate(schema, document, specifiedRules).map(({ message }) => message)).toEqual([]);
  });

  it('uses no deprecated field, argument or value', () => {
    expect(validate(schema, document, [NoDeprecatedCustomRule]).map(({ message }) => message)).toEqual([]);
  });

  it('needs no scope that shopify.app.toml does not ask every shop for, unless docs/scopes.md says it is sent only to shops that granted it', () => {
    const closed = [...scopedParts(schema, access, document)].filter(([, sets]) => openedBy(sets, [...app.scopes, ...wantedBy(file)]) === null);
    expect(closed.map(([name, sets]) => `${name} needs ${sets.map((set) => set.join(' and ')).join(' or ')}`)).toEqual([]);
  });
});

describe('shopify.app.toml', () => {
  const subscribed = app.webhooks.flatMap(({ topics }) => topics);

  it('asks for no scope that neither a document nor a webhook uses, unless docs/scopes.md says why', () => {
    const parts = documents.flatMap(([, document]) => [...scopedParts(schema, access, document).values()]);
    const used = new Set([...parts, ...subscribed.map((topic) => topics.get(topic) ?? [])].flatMap((sets) => openedBy(sets, app.scopes) ?? []));
    const unseen = app.scopes.filter((scope) => !used.has(scope));
    const [, elsewhere = ''] = reasons.split('## Not seen in a document');
    expect(unseen.filter((scope) => !elsewhere.includes(`\`${scope}\``))).toEqual([]);
  });

  it('has the scopes that its webhooks need, and only webhooks that Shopify knows', () => {
    expect(subscribed.filter((topic) => !topics.has(topic))).toEqual([]);
    expect(subscribed.filter((topic) => topics.get(topic)?.length && openedBy(topics.get(topic) ?? [], app.scopes) === null)).toEqual([]);
  });

  it.each([...app.scopes, ...app.optionalScopes])('gives a reason for the scope %s', (scope) => expect(reasonFor(scope)).toBe(true));

  it.each(app.webhooks.flatMap((block) => [...block.topics, ...block.complianceTopics]))('gives a reason for the webhook %s', (topic) => expect(reasonFor(topic)).toBe(true));

  it('names the version of the API that the client speaks', () => expect(app.webhookApiVersion).toBe(adminApiVersion));
});

it('operations.generated.ts is what the documents and the schema make of it', () => {
  expect(() => execFileSync(process.execPath, ['app/platform/shopify/generate-operations.ts', '--check'], { cwd: root, stdio: 'pipe' })).not.toThrow();
});
