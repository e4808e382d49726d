import { describe, expect, it } from 'vitest';
import { readCarrierEvent, readShopifyEvent, type ScanMeaning } from '#app/modules/carriers/index.server.ts';

const rows = `
ups|D||delivered
ups|I|Departed from Facility|in_transit
ups|I|Out For Delivery Today|out_for_delivery
ups|M|Shipper created a label, UPS has not received the package yet.|pre_shipment
ups|MV||exception/label_voided
ups|P|Pickup Scan|in_transit
ups|X|The receiver was not available for delivery. We'll make a second attempt.|attempted/not_home
ups|X|Severe weather conditions have delayed delivery.|delayed/weather
ups|X|The address is incomplete.|exception/address
ups|X|Something we have no words for|exception
ups|RS||exception/returned_to_sender
ups|D|Delivered to UPS Access Point™|ready_for_pickup
ups|D FS 011|DELIVERED|delivered
ups|021||out_for_delivery
ups|17||ready_for_pickup
ups|060|Delivery attempted: recipient not home|attempted/not_home
UPS|064||exception/refused
usps|01|Delivered, In/At Mailbox|delivered
usps|1||delivered
usps|01|Delivered, To Original Sender|exception/returned_to_sender
usps|02||attempted/not_home
usps|03||in_transit
usps|04||exception/refused
usps|05||exception/address
usps|09||exception/returned_to_sender
usps|OF||out_for_delivery
usps|GX||pre_shipment
usps|14||ready_for_pickup
usps|27||exception/unclaimed
usps|WX||delayed/weather
usps|44||exception/held
usps|81|Arrived Shipping Partner Facility, USPS Awaiting Item|in_transit
fedex|DL||delivered
fedex|OD||out_for_delivery
fedex|OC||pre_shipment
fedex|HL||ready_for_pickup
fedex|CA||exception/label_voided
fedex|DE|Delivery exception; Incorrect address|exception/address
fedex|DE 08||attempted/not_home
fedex|DE/07||exception/refused
fedex|DE|Customer not available or business closed|attempted/not_home
fedex|CC||in_transit
fedex|CD||exception/customs
fedex|SE|Damaged|exception/damaged
fedex|DY|Weather delay|delayed/weather
fedex|RS||exception/returned_to_sender
FedEx|it|In transit|in_transit
dhl_express|OK||delivered
dhl_express|WC||out_for_delivery
dhl_express|NH||attempted/not_home
dhl_express|BA||exception/address
dhl_express|RD||exception/refused
dhl_express|CC||ready_for_pickup
dhl_express|CR||in_transit
dhl_express|RR||in_transit/customs
dhl_express|UD||exception/customs
dhl_express|RT||exception/returned_to_sender
dhl_express|MS||delayed/carrier
DHL Express|SA||pre_shipment
dhl_parcel_de|delivered|Die Sendung wurde erfolgreich zugestellt.|delivered
dhl_parcel_de|transit|Die Sendung wurde in das Zustellfahrzeug geladen.|out_for_delivery
dhl_parcel_de|failure|Annahme verweigert|exception/refused
dhl_parcel_de|pre-transit||pre_shipment
dhl_parcel_de|ZU||delivered
dhl_ecommerce|unknown||-
colissimo|LIVCFM||delivered
colissimo|RENAVI||ready_for_pickup
colissimo|DOUFCM||exception/customs
la_poste|DI1||delivered
la_poste|DO3||exception/customs
la_poste|RE1||exception/returned_to_sender
royal_mail|EVNMI|Forwarded - Mis-sort|delayed/carrier
canada_post|0174||out_for_delivery
canada_post|1496|Item successfully delivered|delivered
canada_post|1407|Notice card left indicating where item can be picked up|ready_for_pickup
japan_post|EMI||delivered
china_post|EME||exception/customs
china_post|EMH||attempted
ems|EMA||in_transit
sf_express|80||delivered
sf_express|44||out_for_delivery
sf_express|50|顺丰速运 已收取快件|in_transit
cainiao|GTMS_SIGNED||delivered
gls|DELIVEREDPS||ready_for_pickup
dpd|PICKUP_BY_CONSIGNEE||ready_for_pickup
amazon|DeliveryAttempted||attempted
amazon|Lost||exception/lost
yamato|OUT_FOR_DELIVERY||out_for_delivery
ups|QQQ||-
nobody|D||-
`;
const table = rows.trim().split('\n').map((row) => {
  const [carrier = '', code = '', text = '', meaning = ''] = row.split('|');
  return { carrier, code, text, meaning };
});

function spelled({ status, cause }: ScanMeaning): string {
  return status === null ? '-' : cause === null ? status : `${status}/${cause}`;
}

describe('a carrier’s code', () => {
  it.each(table)('$carrier $code “$text” means $meaning', ({ carrier, code, text, meaning }) => {
    expect(spelled(readCarrierEvent({ carrier, code, text: text || null }))).toBe(meaning);
  });

  it('of one carrier means nothing for another', () => {
    expect(readCarrierEvent({ carrier: 'yamato', code: 'OK' })).toEqual({ status: null, cause: null });
  });

  it('named like something every object has means nothing', () => {
    for (const code of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(readCarrierEvent({ carrier: 'ups', code })).toEqual({ status: null, cause: null });
      expect(readCarrierEvent({ carrier: code, code })).toEqual({ status: null, cause: null });
      expect(readShopifyEvent(code, null)).toEqual({ status: null, cause: null });
    }
  });
});

describe('Shopify’s word', () => {
  it.each([
    ['LABEL_PURCHASED', null, 'pre_shipment'],
    ['label_printed', null, 'pre_shipment'],
    ['confirmed', null, 'pre_shipment'],
    ['in_transit', null, 'in_transit'],
    ['IN_TRANSIT', 'Arrived at customs', 'in_transit/customs'],
    ['carrier_picked_up', null, 'in_transit'],
    ['out_for_delivery', 'Out for delivery', 'out_for_delivery'],
    ['ATTEMPTED_DELIVERY', 'Recipient not home', 'attempted/not_home'],
    ['ready_for_pickup', null, 'ready_for_pickup'],
    ['DELIVERED', 'Delivered, Front Door/Porch', 'delivered'],
    ['PICKED_UP', null, 'delivered'],
    ['delayed', 'Severe weather', 'delayed/weather'],
    ['failure', null, 'exception'],
    ['FAILURE', 'Return to sender', 'exception/returned_to_sender'],
    ['FAILURE', 'Package lost', 'exception/lost'],
    ['NOT_DELIVERED', 'Refused by recipient', 'exception/refused'],
    ['LABEL_VOIDED', null, 'exception/label_voided'],
    ['SUBMITTED', null, '-'],
    ['FULFILLED', null, '-'],
    ['MARKED_AS_FULFILLED', null, '-'],
    ['CANCELED', null, '-'],
    ['SOMETHING_NEW', 'Delivered', '-'],
  ])('%s with “%s” means %s', (status, message, meaning) => {
    expect(spelled(readShopifyEvent(status, message))).toBe(meaning);
  });
});
