import { describe, expect, it } from 'vitest';
import { carrierOfName } from '#app/modules/carriers/index.server.ts';

/** The tracking companies of Shopify's reference (FulfillmentTrackingInfo), for every country. */
const offered = `
4PX|ACS Courier|AGS|Alliance Air Freight|Allied Express|Amazon|Amazon Logistics UK|Amazon Logistics US|An Post|Anjun Logistics|APC|Aramex Australia|Aras Kargo|Asendia USA|Australia Post
Bluedart|Bonds|Bonshaw|BoxKnight|BPost|BPost International|Bring|BRT|Canada Post|Canpar|CDL Last Mile|China Post|Chronopost|Chukou1|Colis Privé|Colissimo|Comingle|Coordinadora|Correios|Correos
Couriers Please|CTT|CTT Express|Cyprus Post|Delhivery|Delnext|Deutsche Post|Deutsche Post (DE)|Deutsche Post (EN)|DHL|DHL eCommerce|DHL eCommerce Asia|DHL Express|DHL Parcel|Direct Couriers|DPD
DPD Ireland|DPD Local|DPD UK|DTD Express|DTDC|DX|Eagle|Ecom Express|Ekart|Estes|Evri|Fastway|FedEx|First Global Logistics|First Line|FSC|Fulfilla|Gati KWE|GLS|GLS Italy|GO Logistics
Guangdong Weisuyi Information Technology (WSE)|Heppner Internationale Spedition GmbH & Co.|Hermes|Hunter Express|Iceland Post|IDEX|India Post|Inpost|Intelcom|Israel Post|Japan Post (EN)|Japan Post (JA)
La Poste|Lasership|Latvia Post|Lietuvos Paštas|Logisters|Lone Star Overnight|Loomis|LSO|M3 Logistics|Meteor Space|Mondial Relay|New Zealand Post|NinjaVan|North Russia Supply Chain (Shenzhen) Co.
Northline|Old Dominion|OnTrac|Packeta|Pago Logistics|Parcelforce|Pilot Freight|Ping An Da Tengfei Express|Pitney Bowes|Portal PostNord|Poste Italiane|PostNL|PostNord DK|PostNord NO|PostNord SE
Professional Couriers|PTT|Purolator|Qxpress|Qyun Express|R+L Carriers|Royal Mail|Royal Shipments|Sagawa (EN)|Sagawa (JA)|Sendle|SEUR|SF Express|SFC Fulfillment|Shadowfax|SHREE NANDAN COURIER
Singapore Post|Skynet|Southwest Air Cargo|Speedy|StarTrack|Step Forward Freight|Swiship|Swiss Post|Sürat Kargo|TForce Final Mile|Tinghao|TNT|TNT Australia|Toll IPEC|Tuffnells|United Delivery Service
UPS|USPS|Venipak|WanbExpress|We Post|Whistl|Wizmo|WMYC|Xpedigo|XPO Logistics|XpressBees|Yamato (EN)|Yamato (JA)|YiFan Express|Yodel|YunExpress|Yurtiçi Kargo|Zásilkovna|Österreichische Post|エコ配
名鉄運輸|日本通運|福山通運|第一貨物|西濃スーパーエキスプレス|西濃運輸`;

describe('the carriers a merchant can choose in Shopify', () => {
  it('are all known by the name Shopify writes', () => {
    const names = offered.trim().split(/[|\n]/);
    expect(names.filter((name) => carrierOfName(name) === null)).toEqual([]);
  });
});
