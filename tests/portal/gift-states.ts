import { openRequestsStage, tooSmall } from '../returns-requests/stage.ts';
import { delivered, openGiftShop, turnGifts } from './gift-shop.ts';
import type { PortalPage } from './portal-shop.ts';

/** Visits of who was given something in one language, state by state. */
export async function walkGift(language = 'en'): Promise<Record<string, PortalPage>> {
  const shop = await openGiftShop(await openRequestsStage());
  const { lineId, visit, confirm } = shop;
  const gift = (what: string, fields: Record<string, string | string[]> = {}) => shop.gift(what, fields, language);
  const states: Record<string, PortalPage> = {
    'gift-way': await visit({ language }),
    gift: await visit({ language, query: { gift: '1' } }),
    'gift-missing': await visit({ language, form: { gift: '1', order: shop.order.name } }),
    'gift-miss': await visit({ language, form: { gift: '1', order: shop.order.name, ...delivered, lastName: 'Eve' } }),
    'gift-items': await visit({ language, form: { gift: '1', order: shop.order.name, ...delivered } }),
    'gift-items-wrong': await gift('items', { line: shop.otherLineId }),
    'gift-reasons': await gift('items', { line: lineId, [`units-${lineId}`]: '1' }),
    'gift-exchange': await gift('reasons', { [`reason-${lineId}`]: tooSmall }),
    'gift-back': await gift('exchange', { [`variant-${lineId}`]: shop.medium }),
  };
  const review = await gift('back', { back: 'label' });
  states['gift-review'] = review;
  states['gift-request'] = await confirm(review, language);
  states['gift-items-begun'] = await gift('show', { step: 'items' });
  states['gift-cancel'] = await gift('cancel', { request: states['gift-request'].hidden('request') });
  await turnGifts(shop.ctx, false);
  states['gift-closed'] = await gift('show', { step: 'items' });
  return states;
}
