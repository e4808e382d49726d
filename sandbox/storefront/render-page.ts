import type { BlockPlacement, BlockTemplate, Visit } from './types.ts';
import { attachThemeContext, type ThemeContext } from './liquid/theme-context.ts';
import { renderAppBlock } from './render-app-block.ts';
import type { AppBlock } from './theme-extensions.ts';
import type { Theme } from './theme.ts';

/** A page to render: a theme template by name, or Liquid an app answered with. */
export type PageBody = { template: string; blocksOf?: BlockTemplate } | { liquid: string };

/** Everything one page is made of. */
export interface PageParts {
  theme: Theme;
  visit: Visit;
  body: PageBody;
  objects: Record<string, unknown>;
  appBlocks: Map<string, AppBlock>;
  placements: BlockPlacement[];
  /** What only the app's own blocks see. */
  app: { metafields: Record<string, unknown> };
}

/** Renders a page inside the theme's layout, with the app blocks the merchant placed; `{% layout none %}` leaves the layout out. */
export async function renderPage(parts: PageParts): Promise<string> {
  const { theme, visit, body } = parts;
  const objects: Record<string, unknown> = { ...parts.objects };
  const stylesheets = new Set<string>();
  const scripts = new Set<string>();
  const renderPlaced = async (wanted: (placement: BlockPlacement, block: AppBlock) => boolean): Promise<string> => {
    const rendered: string[] = [];
    for (const placement of parts.placements) {
      const block = parts.appBlocks.get(placement.block);
      if (!block || !wanted(placement, block)) continue;
      if (block.stylesheet) stylesheets.add(extensionAssetUrl(block, block.stylesheet));
      if (block.javascript) scripts.add(extensionAssetUrl(block, block.javascript));
      rendered.push(await renderAppBlock(block, placement.settings, visit, { ...parts.objects, app: parts.app }));
    }
    return rendered.join('\n');
  };
  const template = 'template' in body ? body.blocksOf : undefined;
  const context: ThemeContext = {
    locale: visit.locale,
    currency: visit.currency,
    translate: theme.translate,
    assetUrl: theme.assetUrl,
    renderBlocks: () => renderPlaced((placement, block) => block.target === 'section' && placement.template === template),
    useLayout: true,
  };
  attachThemeContext(objects, context);
  const content = await renderBody(theme, body, objects);
  if (!context.useLayout) return content;

  const head = await renderPlaced((_, block) => block.target === 'head' || block.target === 'compliance_head');
  const embeds = await renderPlaced((_, block) => block.target === 'body');
  objects.content_for_layout = content + embeds;
  objects.content_for_header = [
    ...[...stylesheets].map((url) => `<link rel="stylesheet" href="${url}">`),
    ...[...scripts].map((url) => `<script src="${url}" defer></script>`),
    head,
  ].join('\n');
  return String(await theme.engine.renderFile('layout/theme', {}, { globals: objects }));
}

async function renderBody(theme: Theme, body: PageBody, objects: Record<string, unknown>): Promise<string> {
  const page = { globals: objects };
  if ('liquid' in body) return String(await theme.engine.parseAndRender(body.liquid, {}, page));
  return String(await theme.engine.renderFile(`templates/${body.template}`, {}, page));
}

const extensionAssetUrl = (block: AppBlock, file: string): string => `/cdn/extensions/${block.extension}/assets/${file}`;
