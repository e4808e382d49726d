import { type Context, type Emitter, Hash, type Liquid, type Parser, type TagToken, Tag, type Template, type TopLevelToken } from 'liquidjs';
import { escapeHtml } from '../escape-html.ts';
import { themeContextOf } from './theme-context.ts';

/** Reads templates up to the closing tag; a missing one is a syntax error. */
function readUntil(parser: Parser, remaining: TopLevelToken[], closing: string): Template[] {
  const body: Template[] = [];
  let closed = false;
  const stream = parser.parseStream(remaining);
  stream
    .on(`tag:${closing}`, () => {
      closed = true;
      stream.stop();
    })
    .on('template', (template: Template) => body.push(template))
    .on('end', () => undefined)
    .start();
  if (!closed) throw new Error(`${closing} is missing`);
  return body;
}

/** `{% content_for 'blocks' %}`: the app blocks the merchant put on this template. */
class ContentForTag extends Tag {
  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    emitter.write(yield themeContextOf(context).renderBlocks());
  }
}

/** `{% layout none %}`: the page is sent without the theme around it. */
class LayoutTag extends Tag {
  #none: boolean;
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.#none = token.args.trim() === 'none';
  }
  render(context: Context): void {
    if (this.#none) themeContextOf(context).useLayout = false;
  }
}

/** Blocks whose body is no part of the page: `schema`, and what Shopify bundles apart. */
function silentTag(name: string) {
  return class extends Tag {
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      while (remaining.length) {
        const next = remaining.shift();
        if (next && 'name' in next && next.name === `end${name}`) return;
      }
      throw new Error(`end${name} is missing`);
    }
    render(): void {}
  };
}

/** `{% style %}`: CSS in place. */
class StyleTag extends Tag {
  #body: Template[];
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    this.#body = readUntil(parser, remaining, 'endstyle');
  }
  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    emitter.write('<style data-shopify>');
    yield this.liquid.renderer.renderTemplates(this.#body, context, emitter);
    emitter.write('</style>');
  }
}

const formActions: Record<string, string> = { product: 'cart/add', cart: 'cart', localization: 'localization' };

/** `{% form 'product', product, class: 'x' %}`: a form posting where Shopify's would. */
class FormTag extends Tag {
  #action: string;
  #attributes: Hash;
  #body: Template[];
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    const type = /^\s*'([\w-]+)'/.exec(token.args)?.[1] ?? '';
    const action = formActions[type];
    if (!action) throw new Error(`The storefront does not model the form type "${type}"`);
    this.#action = action;
    this.#attributes = new Hash(token.args.slice(token.args.search(/[\w-]+\s*:|$/)));
    this.#body = readUntil(parser, remaining, 'endform');
  }
  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const given: unknown = yield this.#attributes.render(context);
    const root = String(yield context._get(['routes', 'root_url']));
    const attributes = Object.entries(typeof given === 'object' && given ? given : {}).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
    emitter.write(`<form method="post" action="${root}${this.#action}" accept-charset="UTF-8"${attributes.join('')}>`);
    yield this.liquid.renderer.renderTemplates(this.#body, context, emitter);
    emitter.write('</form>');
  }
}

/** Teaches an engine the tags of Shopify's Liquid that LiquidJS does not bring; `section` is a snippet in `sections/`. */
export function registerShopifyTags(liquid: Liquid): void {
  liquid.registerTag('content_for', ContentForTag);
  liquid.registerTag('layout', LayoutTag);
  liquid.registerTag('style', StyleTag);
  liquid.registerTag('form', FormTag);
  for (const name of ['schema', 'stylesheet', 'javascript']) liquid.registerTag(name, silentTag(name));
}
