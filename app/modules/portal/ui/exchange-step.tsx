import { formatMoney } from '#app/kernel/money.ts';
import type { ExchangeVariant } from '#app/modules/returns/index.server.ts';
import type { ExchangeOffer, Held } from '../portal-answer.ts';
import { chosenLines, type ChosenLine, type Scene, type StepProblem } from '../steps.ts';
import { Choice, Fault, faultId, isFaulty, Item, Picture } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  visit: PortalVisit;
  held: Held;
  scene: Scene;
  problems: StepProblem[];
  offers: ExchangeOffer[];
}

/** What goes out for each item that is exchanged: its forms with price and stock, or a product found by words. */
export function ExchangeStep({ visit, held, scene, problems, offers }: Props) {
  const { say } = visit;
  return (
    <StepFrame visit={visit} step="exchange" held={held} scene={scene} heading={say('exchange.heading')} problems={problems}>
      {chosenLines(scene).map((each) => {
        const offer = offers.find(({ lineId }) => lineId === each.line.lineId);
        return offer ? <LineExchange key={offer.lineId} visit={visit} problems={problems} offer={offer} {...each} /> : null;
      })}
    </StepFrame>
  );
}

type LineProps = ChosenLine & Pick<Props, 'visit' | 'problems'> & { offer: ExchangeOffer };

function LineExchange({ visit, problems, offer, chosen, line }: LineProps) {
  const { say, words } = visit;
  const { lineId, product, found } = offer;
  const isFree = chosen.outcome === 'other_product';
  return (
    <div className="ac-part-of">
      <Item title={say('exchange.intro', { title: line.title })} variantTitle={line.variantTitle} image={line.image} />
      <Fault visit={visit} problems={problems} field="variant" lineId={lineId} />
      {found ? <Search visit={visit} lineId={lineId} found={found} /> : null}
      {product ? (
        <fieldset className="ac-choices" aria-describedby={isFaulty(problems, 'variant', lineId) ? faultId('variant', lineId) : undefined}>
          <legend>{product.title}</legend>
          {product.variants
            .filter(({ variantId }) => isFree || variantId !== line.variantId)
            .map((variant) => (
              <Choice key={variant.variantId} type="radio" name={`variant-${lineId}`} value={variant.variantId} chosen={chosen.variantId === variant.variantId} disabled={variant.stock === 'sold_out'}>
                <strong>{variant.title ?? product.title}</strong>
                <span className="ac-brings">{[variant.price === null ? null : formatMoney({ minor: variant.price, currency: product.currency }, words.locale), stockOf(variant, visit)].filter((part) => part !== null).join(' · ')}</span>
              </Choice>
            ))}
        </fieldset>
      ) : null}
      {!product && !found ? <p>{say('exchange.gone')}</p> : null}
      {isFree && product ? (
        <button className="ac-link" type="submit" name="again" value={lineId}>
          {say('exchange.another')}
        </button>
      ) : null}
    </div>
  );
}

function stockOf({ stock, left }: ExchangeVariant, { say }: PortalVisit): string | null {
  if (stock === 'sold_out') return say('exchange.soldOut');
  if (stock === 'on_order') return say('exchange.onOrder');
  return left !== null && left <= 5 ? say('exchange.left', { count: left }) : null;
}

function Search({ visit, lineId, found }: { visit: PortalVisit; lineId: string; found: NonNullable<ExchangeOffer['found']> }) {
  const { say, words } = visit;
  const id = `ac-words-${lineId}`;
  return (
    <>
      <div className="ac-field">
        <label htmlFor={id}>{say('exchange.search')}</label>
        <div className="ac-find">
          <input id={id} name={`words-${lineId}`} type="search" defaultValue={found.words} maxLength={80} autoComplete="off" />
          <button className="ac-button ac-quiet button button--secondary" type="submit" name="find" value={lineId}>
            {say('exchange.find')}
          </button>
        </div>
      </div>
      {found.products.length === 0 ? <p role="status">{say('exchange.none')}</p> : null}
      <ul className="ac-items">
        {found.products.map(({ productId, title, image, from, currency }) => (
          <li key={productId} className="ac-line">
            <Picture url={image} />
            <div className="ac-line-text">
              <p className="ac-line-title">{title}</p>
              {from === null ? null : <p className="ac-hint">{say('exchange.from', { amount: formatMoney({ minor: from, currency }, words.locale) })}</p>}
              <button className="ac-link" type="submit" name="pick" value={`${lineId}:${productId}`}>
                {say('exchange.pick', { title })}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
