import type { Country } from '../storefront/checkout/checkout-form.ts';

/** A place with its clock, as it stands on a parcel's label and scans. */
export interface Place {
  city: string;
  province: string;
  zip: string;
  country: string;
  zone: string;
}

/** Where a market's customers live, what they are called, and how they pay. */
export interface Market {
  country: Country;
  locale: string;
  currency: string;
  dial: string;
  /** Given name, family name, and how both are written in Latin letters for an email address. */
  people: [given: string, family: string, mailbox: string][];
  homes: (Place & { street: string })[];
}

const home = (street: string, city: string, province: string, zip: string, country: string, zone: string): Market['homes'][number] => ({ street, city, province, zip, country, zone });

/** The demo shop's markets, the heaviest first. */
export const markets: [weight: number, market: Market][] = [
  [38, { country: 'US', locale: 'en', currency: 'USD', dial: '+1', people: [['Maya', 'Okafor', 'maya.okafor'], ['Daniel', 'Reyes', 'danreyes'], ['Ruth', 'Lindqvist', 'ruth.lindqvist'], ['Theo', 'Marsh', 'theomarsh'], ['Priya', 'Nair', 'priya.nair'], ['Sam', "O'Dell", 'sam.odell'], ['Grace', 'Kim', 'gracekim'], ['Jonah', 'Weiss', 'jonah.weiss']], homes: [home('418 Larkspur Lane', 'Boulder', 'CO', '80302', 'US', 'America/Denver'), home('77 Carroll Street', 'Brooklyn', 'NY', '11231', 'US', 'America/New_York'), home('2205 S Lamar Blvd', 'Austin', 'TX', '78704', 'US', 'America/Chicago'), home('1310 E Pike Street', 'Seattle', 'WA', '98122', 'US', 'America/Los_Angeles'), home('59 W Eugenie Street', 'Chicago', 'IL', '60614', 'US', 'America/Chicago'), home('830 Valencia Street', 'San Francisco', 'CA', '94110', 'US', 'America/Los_Angeles')] }],
  [14, { country: 'GB', locale: 'en', currency: 'GBP', dial: '+44', people: [['Imogen', 'Clarke', 'imogen.clarke'], ['Rhys', 'Morgan', 'rhys.morgan'], ['Aisha', 'Patel', 'aisha.patel'], ['Callum', 'Fraser', 'c.fraser']], homes: [home('14 Gloucester Street', 'Bristol', '', 'BS5 6QP', 'GB', 'Europe/London'), home('3 Marchmont Crescent', 'Edinburgh', '', 'EH9 1HN', 'GB', 'Europe/London'), home('92 Mare Street', 'London', '', 'E8 3SG', 'GB', 'Europe/London')] }],
  [13, { country: 'DE', locale: 'de', currency: 'EUR', dial: '+49', people: [['Jürgen', 'Weiß', 'juergen.weiss'], ['Anneliese', 'Groß', 'a.gross'], ['Lena', 'Müller-Lüdenscheidt', 'lena.ml'], ['Tobias', 'Krämer', 'tobias.kraemer']], homes: [home('Kastanienallee 12', 'Berlin', '', '10435', 'DE', 'Europe/Berlin'), home('Schulterblatt 58', 'Hamburg', '', '20357', 'DE', 'Europe/Berlin'), home('Türkenstraße 31', 'München', '', '80799', 'DE', 'Europe/Berlin')] }],
  [8, { country: 'FR', locale: 'fr', currency: 'EUR', dial: '+33', people: [['Éloïse', 'Lefèvre', 'eloise.lefevre'], ['Noé', 'Garçon', 'noe.garcon'], ['Camille', 'Dubois', 'camille.dubois']], homes: [home('27 rue de Belleville', 'Paris', '', '75019', 'FR', 'Europe/Paris'), home('8 place Sathonay', 'Lyon', '', '69001', 'FR', 'Europe/Paris')] }],
  [6, { country: 'ES', locale: 'es', currency: 'EUR', dial: '+34', people: [['Lucía', 'Muñoz', 'lucia.munoz'], ['Íñigo', 'Peña', 'inigo.pena']], homes: [home('Calle de Argumosa 19', 'Madrid', 'M', '28012', 'ES', 'Europe/Madrid'), home('Carrer de Verdi 64', 'Barcelona', 'B', '08012', 'ES', 'Europe/Madrid')] }],
  [8, { country: 'JP', locale: 'ja', currency: 'JPY', dial: '+81', people: [['陽菜', '佐藤', 'hina.sato'], ['大翔', '渡辺', 'hiroto.watanabe'], ['美咲', '高橋', 'misaki.takahashi']], homes: [home('代官山町1-8', '渋谷区', 'JP-13', '150-0034', 'JP', 'Asia/Tokyo'), home('今出川通烏丸東入', '京都市上京区', 'JP-26', '602-0898', 'JP', 'Asia/Tokyo')] }],
  [7, { country: 'CN', locale: 'zh-CN', currency: 'CNY', dial: '+86', people: [['伟', '王', 'wei.wang'], ['思涵', '李', 'sihan.li'], ['子轩', '陈', 'zixuan.chen']], homes: [home('安福路 322 号', '上海市', 'SH', '200031', 'CN', 'Asia/Shanghai'), home('体育西路 111 号', '广州市', 'GD', '510620', 'CN', 'Asia/Shanghai')] }],
  [3, { country: 'PT', locale: 'pt-PT', currency: 'EUR', dial: '+351', people: [['Inês', 'Conceição', 'ines.conceicao'], ['João', 'Simões', 'joao.simoes']], homes: [home('Rua da Rosa 105', 'Lisboa', 'PT-11', '1200-382', 'PT', 'Europe/Lisbon')] }],
  [6, { country: 'CA', locale: 'en', currency: 'CAD', dial: '+1', people: [['Noor', 'Haddad', 'noor.haddad'], ['Étienne', 'Tremblay', 'etienne.tremblay']], homes: [home('4521 rue Saint-Denis', 'Montréal', 'QC', 'H2J 2L4', 'CA', 'America/Toronto'), home('1166 Commercial Drive', 'Vancouver', 'BC', 'V5L 3X3', 'CA', 'America/Vancouver')] }],
];

/** Where every parcel starts. */
export const workshop: Place = { city: 'Portland', province: 'OR', zip: '97210', country: 'US', zone: 'America/Los_Angeles' };
