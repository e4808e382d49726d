/** Every ISO 3166 country, three letters beside two. */
const pairs =
  'AFG AF ALA AX ALB AL DZA DZ ASM AS AND AD AGO AO AIA AI ATA AQ ATG AG ARG AR ARM AM ABW AW AUS AU AUT AT AZE AZ BHS BS BHR BH BGD BD BRB BB BLR BY BEL BE BLZ BZ ' +
  'BEN BJ BMU BM BTN BT BOL BO BES BQ BIH BA BWA BW BVT BV BRA BR IOT IO BRN BN BGR BG BFA BF BDI BI CPV CV KHM KH CMR CM CAN CA CYM KY CAF CF TCD TD CHL CL CHN CN ' +
  'CXR CX CCK CC COL CO COM KM COG CG COD CD COK CK CRI CR CIV CI HRV HR CUB CU CUW CW CYP CY CZE CZ DNK DK DJI DJ DMA DM DOM DO ECU EC EGY EG SLV SV GNQ GQ ERI ER ' +
  'EST EE SWZ SZ ETH ET FLK FK FRO FO FJI FJ FIN FI FRA FR GUF GF PYF PF ATF TF GAB GA GMB GM GEO GE DEU DE GHA GH GIB GI GRC GR GRL GL GRD GD GLP GP GUM GU GTM GT ' +
  'GGY GG GIN GN GNB GW GUY GY HTI HT HMD HM VAT VA HND HN HKG HK HUN HU ISL IS IND IN IDN ID IRN IR IRQ IQ IRL IE IMN IM ISR IL ITA IT JAM JM JPN JP JEY JE JOR JO ' +
  'KAZ KZ KEN KE KIR KI PRK KP KOR KR KWT KW KGZ KG LAO LA LVA LV LBN LB LSO LS LBR LR LBY LY LIE LI LTU LT LUX LU MAC MO MDG MG MWI MW MYS MY MDV MV MLI ML MLT MT ' +
  'MHL MH MTQ MQ MRT MR MUS MU MYT YT MEX MX FSM FM MDA MD MCO MC MNG MN MNE ME MSR MS MAR MA MOZ MZ MMR MM NAM NA NRU NR NPL NP NLD NL NCL NC NZL NZ NIC NI NER NE ' +
  'NGA NG NIU NU NFK NF MKD MK MNP MP NOR NO OMN OM PAK PK PLW PW PSE PS PAN PA PNG PG PRY PY PER PE PHL PH PCN PN POL PL PRT PT PRI PR QAT QA REU RE ROU RO RUS RU ' +
  'RWA RW BLM BL SHN SH KNA KN LCA LC MAF MF SPM PM VCT VC WSM WS SMR SM STP ST SAU SA SEN SN SRB RS SYC SC SLE SL SGP SG SXM SX SVK SK SVN SI SLB SB SOM SO ZAF ZA ' +
  'SGS GS SSD SS ESP ES LKA LK SDN SD SUR SR SJM SJ SWE SE CHE CH SYR SY TWN TW TJK TJ TZA TZ THA TH TLS TL TGO TG TKL TK TON TO TTO TT TUN TN TUR TR TKM TM TCA TC ' +
  'TUV TV UGA UG UKR UA ARE AE GBR GB USA US UMI UM URY UY UZB UZ VUT VU VEN VE VNM VN VGB VG VIR VI WLF WF ESH EH YEM YE ZMB ZM ZWE ZW';

const codes = pairs.split(' ');
const byThree: ReadonlyMap<string, string> = new Map(codes.flatMap((code, at) => (at % 2 === 0 ? [[code, codes[at + 1] ?? '']] : [])));
const twoLetters: ReadonlySet<string> = new Set(byThree.values());

const names = new Intl.DisplayNames('en', { type: 'region' });
const byName: ReadonlyMap<string, string> = new Map([...twoLetters].map((code) => [names.of(code)?.toUpperCase() ?? code, code]));

/** The two-letter code of a country written with two letters, three, or its English name; null for anything else. */
export function countryCode(written: string | null | undefined): string | null {
  const code = written?.trim().toUpperCase() ?? '';
  if (twoLetters.has(code)) return code;
  return byThree.get(code) ?? byName.get(code) ?? null;
}

/** What is written, or null where there is nothing. */
export function wordsOf(written: string | null | undefined): string | null {
  return written?.trim() || null;
}

/** A place written as one line: `Leipzig, DE`, `SEATTLE, WA, US 98101`, `Leipzig - Germany`. */
export function placeInLine(line: string | null | undefined): { city: string | null; province: string | null; country: string | null; zip: string | null } {
  const parts = (line ?? '').split(/\s*(?:,|\s-\s)\s*/).filter(Boolean);
  const [, last = parts.at(-1) ?? '', zip = null] = /^([A-Za-z]{2,3})\s+([A-Z0-9][A-Z0-9 -]{2,9})$/i.exec(parts.at(-1) ?? '') ?? [];
  const country = countryCode(last);
  const rest = parts.length > 1 || country ? parts.slice(0, country ? -1 : parts.length) : parts;
  const [city = null, second = null] = rest;
  return { city, province: country && second && /^[A-Za-z]{2,3}$/.test(second) ? second.toUpperCase() : null, country, zip };
}
