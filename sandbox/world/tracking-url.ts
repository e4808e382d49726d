const TEMPLATES: Readonly<Record<string, string>> = {
  '4px': 'https://track.4px.com/#/result/0/{n}',
  'australia post': 'https://auspost.com.au/mypost/track/#/details/{n}',
  'canada post': 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={n}',
  'china post': 'https://www.17track.net/en?nums={n}',
  colissimo: 'https://www.laposte.fr/outils/suivre-vos-envois?code={n}',
  correos: 'https://www.correos.es/es/en/tools/tracker/items/details?tracking-number={n}',
  'deutsche post': 'https://www.deutschepost.de/de/s/sendungsverfolgung.html?piececode={n}',
  dhl: 'https://www.dhl.com/en/express/tracking.html?AWB={n}&brand=DHL',
  'dhl ecommerce': 'https://www.dhl.com/us-en/home/tracking.html?tracking-id={n}',
  'dhl express': 'https://www.dhl.com/en/express/tracking.html?AWB={n}&brand=DHL',
  'dhl paket': 'https://www.dhl.de/en/privatkunden/pakete-empfangen/verfolgen.html?piececode={n}',
  dpd: 'https://tracking.dpd.de/status/en_US/parcel/{n}',
  'dpd uk': 'https://track.dpd.co.uk/search?reference={n}',
  evri: 'https://www.evri.com/track/parcel/{n}',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr={n}',
  gls: 'https://gls-group.com/track/{n}',
  'japan post (en)': 'https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1={n}&locale=en',
  'la poste': 'https://www.laposte.fr/outils/suivre-vos-envois?code={n}',
  postnl: 'https://jouw.postnl.nl/track-and-trace/{n}',
  'royal mail': 'https://www.royalmail.com/track-your-item#/tracking-results/{n}',
  'sf express': 'https://www.sf-express.com/we/ow/chn/en/waybill/waybill-detail/{n}',
  'swiss post': 'https://service.post.ch/ekp-web/ui/entry/search/{n}',
  ups: 'https://www.ups.com/track?loc=en_US&tracknum={n}',
  usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={n}',
  yanwen: 'https://track.yw56.com.cn/en/querydel?nums={n}',
  yunexpress: 'https://www.yuntrack.com/parcelTracking?id={n}',
};

/** The carrier's page for a parcel, for the carriers Shopify knows by name; null for any other. */
export function trackingUrl(company: string | null, number: string): string | null {
  return TEMPLATES[company?.trim().toLowerCase() ?? '']?.replace('{n}', encodeURIComponent(number)) ?? null;
}
