import type { Carrier } from '../carrier.ts';

/** Carriers that take parcels in everywhere, or in many countries under one name. */
export const worldwideCarriers = {
  ups: {
    name: 'UPS',
    aliases: ['United Parcel Service', 'UPS Ground', 'UPS SurePost', 'UPS Mail Innovations', 'UPS Express', 'UPS Worldwide'],
    link: 'https://www.ups.com/track?loc={locale}&tracknum={number}',
    languages: ['en-US', 'zh-CN', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP', 'pt-PT'],
  },
  fedex: {
    name: 'FedEx',
    aliases: ['Federal Express', 'FedEx Ground', 'FedEx Express', 'FedEx Home Delivery', 'FedEx SmartPost', 'FedEx UK', 'FedEx International'],
    link: 'https://www.fedex.com/fedextrack/?trknbr={number}',
  },
  dhl_express: {
    name: 'DHL Express',
    aliases: ['DHL', 'DHL Worldwide Express', 'DHL Express International', 'DHL Express Worldwide', 'DHL US'],
    family: 'dhl',
    link: 'https://www.dhl.com/global-en/home/tracking/tracking-express.html?submit=1&tracking-id={number}',
  },
  dhl_ecommerce: {
    name: 'DHL eCommerce',
    aliases: ['DHL eCommerce Asia', 'DHL eCommerce UK', 'DHL eCommerce US', 'DHL Global Mail', 'DHL Parcel UK', 'DHL UK', 'DHL eCommerce Solutions'],
    family: 'dhl',
    handsOver: true,
    link: 'https://www.dhl.com/global-en/home/tracking/tracking-ecommerce.html?submit=1&tracking-id={number}',
  },
  amazon: {
    name: 'Amazon Logistics',
    aliases: ['Amazon', 'Amazon Logistics US', 'Amazon Logistics UK', 'Amazon Shipping', 'AMZL', 'AMZL US', 'Swiship'],
    link: 'https://track.amazon.com/tracking/{number}',
  },
  tnt: {
    name: 'TNT',
    aliases: ['TNT Express', 'TNT Australia', 'TNT UK', 'TNT Reference'],
    link: 'https://www.tnt.com/express/en_gb/site/shipping-tools/tracking.html?searchType=con&cons={number}',
  },
  aramex: {
    name: 'Aramex',
    aliases: ['Aramex Australia', 'Fastway', 'Fastway Australia', 'Fastway Couriers', 'Aramex International'],
    link: 'https://www.aramex.com/track/results?ShipmentNumber={number}',
  },
  asendia: {
    name: 'Asendia',
    aliases: ['Asendia USA', 'Asendia UK', 'Asendia Germany'],
    handsOver: true,
    link: 'https://tracking.asendia.com/tracking/{number}',
  },
  pitney_bowes: {
    name: 'Pitney Bowes',
    aliases: ['Newgistics', 'Borderfree'],
    handsOver: true,
    link: 'https://trackmyshipment.co/shipment-tracking/{number}',
  },
  global_e: {
    name: 'Global-e',
    aliases: ['GlobalE', 'Global E'],
    handsOver: true,
    link: 'https://web.global-e.com/track/mytrack/?trackingNumber={number}',
  },
  passport: { name: 'Passport', aliases: ['Passport Shipping', 'Passport Global'], handsOver: true, link: 'https://track.passportshipping.com/{number}' },
  landmark_global: { name: 'Landmark Global', aliases: ['Landmark'], handsOver: true, link: 'https://track.landmarkglobal.com/?search={number}' },
  apc: { name: 'APC Postal Logistics', aliases: ['APC', 'APC Logistics'], handsOver: true, link: 'https://www.apc-pli.com/apc-tracking.html?id={number}' },
} as const satisfies Record<string, Carrier>;
