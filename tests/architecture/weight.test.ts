import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const client = 'build/client';
const part = z.object({ module: z.string(), imports: z.array(z.string()).optional(), css: z.array(z.string()).optional() });
const manifest = z.object({ entry: part, routes: z.record(z.string(), part.extend({ parentId: z.string().optional() })) });

/** What the build says the browser loads for each route. */
function readManifest(): z.infer<typeof manifest> {
  const file = existsSync(client) ? readdirSync(join(client, 'assets')).find((name) => /^manifest-.*\.js$/.test(name)) : undefined;
  if (!file) throw new Error('The app is not built: `npm run build`.');
  const source = readFileSync(join(client, 'assets', file), 'utf8');
  return manifest.parse(JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)));
}

const { entry, routes } = readManifest();
const filesOf = ({ module, imports = [], css = [] }: z.infer<typeof part>) => [module, ...imports, ...css];

/** Kilobytes that travel, zipped, before a route that is opened first can be used: itself, its parents, what they all import. */
function weight(route: string): number {
  const files = new Set(filesOf(entry));
  for (let at = routes[route]; at; at = routes[at.parentId ?? '']) for (const file of filesOf(at)) files.add(file);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(client, file))).length, 0) / 1024;
}

/**
 * Kilobytes, about a tenth above what each weighed on 2026-11-21: React and Remix are 103, the frame and its words 125, Polaris' parts
 * the rest. Who needs more should know why, and raise the figure in the commit that needs it.
 */
const budgets: Record<string, number> = {
  'routes/app._index': 178,
  'routes/app.orders._index': 206,
  // Its parcels bring troubles, dialogs and the preview of mails.
  'routes/app.orders.$id': 198,
  'routes/app.parcels._index': 222,
  'routes/app.problems._index': 186,
  'routes/app.returns._index': 214,
  // Its dialog decides, with a reason and a note.
  'routes/app.returns.$id': 194,
  'routes/app.returns.attention': 178,
  'routes/app.returns.$id_.receive': 190,
  // It asks once more, with the sum.
  'routes/app.returns.$id_.refund': 206,
  'routes/app.returns.figures': 190,
  'routes/app.report': 194,
  'routes/app.problems.$id': 172,
  'routes/app.messages._index': 184,
  'routes/app.messages.$id': 168,
  // A whole working place: the conversation, what is written, what is beside it, its deeds, and what it asks before words are left unsent or written over.
  'routes/app.inbox._index': 224,
  'routes/app.inbox.$id': 236,
  'routes/app.inbox.new': 174,
  'routes/app.inbox.figures': 190,
  'routes/app.inbox.search': 206,
  'routes/app.settings': 176,
  'routes/app.inbox.complaints': 172,
  'routes/app.effect': 176,
  'routes/app.notices._index': 168,
  'routes/app.notices.$kind': 176,
  'routes/app.settings_.brand': 190,
  'routes/app.notices.$kind_.rules': 184,
  'routes/app.settings_.carriers': 179,
  'routes/app.settings_.sending': 184,
  'routes/app.settings_.dates': 190,
  'routes/app.settings_.disruptions': 178,
  'routes/app.settings_.exchanges': 178,
  'routes/app.settings_.gifts': 178,
  'routes/app.settings_.hours': 178,
  'routes/app.settings_.whatsapp': 178,
  'routes/app.settings_.macros': 180,
  'routes/app.settings_.macros_.$key': 184,
  'routes/app.settings_.articles.$id': 202,
  'routes/app.settings_.mailboxes': 184,
  'routes/app.settings_.peak': 181,
  'routes/app.settings_.replies': 194,
  'routes/app.settings_.keeping': 180,
  'routes/app.settings_.keeping_.readings': 196,
  'routes/app.settings_.promises': 180,
  'routes/app.settings_.satisfaction': 178,
  'routes/app.settings_.returns': 180,
  'routes/app.settings_.returns_.rules.$id': 186,
  'routes/app.settings_.returns_.try': 174,
  'routes/app.settings_.returns_.versions.$version': 172,
  'routes/app.settings_.sources': 183,
  'routes/app.settings_.signals': 178,
  'routes/app.settings_.staff': 178,
  'routes/app.settings_.teams': 172,
  'routes/app.settings_.teams_.$id': 184,
  'routes/app.settings_.teams_.agents.$id': 179,
  'routes/app.settings_.tracking-page': 180,
  'routes/app.settings_.troubles': 180,
  'routes/app.settings_.voice': 180,
  'routes/app.settings_.ways-back': 182,
  'routes/app.$': 166,
};

describe('what the browser loads', () => {
  const pages = Object.keys(routes).filter((route) => route.startsWith('routes/app.') && readFileSync(join(client, routes[route]?.module ?? ''), 'utf8').length > 100);

  it('has a budget for each page of the admin', () => {
    expect(pages.filter((route) => budgets[route] === undefined)).toEqual([]);
    expect(Object.keys(budgets).filter((route) => !routes[route])).toEqual([]);
  });

  it.each(Object.entries(budgets))('for %s weighs no more than %i KB', (route, budget) => {
    expect(weight(route)).toBeLessThan(budget);
    // A budget far above what is needed guards nothing.
    expect(weight(route)).toBeGreaterThan(budget * 0.7);
  });
});

describe('the storefront', () => {
  const tracked = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));

  it('loads nothing of the admin: the tracking page knows no module of the browser, and the routes beside it send no component', () => {
    const beside = Object.keys(routes).filter((route) => route.startsWith('routes/proxy.')).sort();
    expect(beside).toEqual(['routes/proxy.account', 'routes/proxy.logo', 'routes/proxy.preferences', 'routes/proxy.rating', 'routes/proxy.return-label']);
    for (const route of beside) expect(readFileSync(join(client, routes[route]?.module ?? ''), 'utf8')).not.toMatch(/import|createElement|jsx/);
  });

  it('has pages without a script but the one that refreshes them, and theme blocks without a framework', () => {
    const pages = tracked('app/modules/tracking').filter((file) => file.endsWith('.tsx') && !file.endsWith('ui/refresh.tsx') && !file.includes('/ui/settings/'));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((file) => /<script|hydrate|useState|useEffect|on(Click|Change|Submit)=/.test(readFileSync(file, 'utf8')))).toEqual([]);
    const blocks = tracked('extensions').filter((file) => /\.(liquid|js|html)$/.test(file) && !file.includes('node_modules'));
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter((file) => /react|preact|vue|svelte|jquery|polaris/i.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
