import { foldWords } from '../events/concepts.ts';
import { american, type Provinces } from './american-zones.ts';

const eastern: Readonly<Record<string, Provinces>> = {
  AU: {
    'Australia/Sydney': 'NSW New South Wales|ACT Australian Capital Territory',
    'Australia/Melbourne': 'VIC Victoria',
    'Australia/Brisbane': 'QLD Queensland',
    'Australia/Adelaide': 'SA South Australia',
    'Australia/Perth': 'WA Western Australia',
    'Australia/Darwin': 'NT Northern Territory',
    'Australia/Hobart': 'TAS Tasmania',
  },
  RU: {
    'Europe/Kaliningrad': 'KGD Kaliningrad|KGD Kaliningrad Oblast|39 Калининградская область',
    'Europe/Moscow': 'MOW Moscow|MOS Moscow Oblast|MOW Москва|MOS Московская область|SPE Saint Petersburg|LEN Leningrad Oblast|SPE Санкт-Петербург|LEN Ленинградская область|KDA Krasnodar Krai|KDA Краснодарский край|ROS Rostov Oblast|ROS Ростовская область|NIZ Nizhny Novgorod Oblast|NIZ Нижегородская область|TA Tatarstan|TA Республика Татарстан|VOR Voronezh Oblast|VOR Воронежская область|VGG Volgograd Oblast|TUL Tula Oblast|TVE Tver Oblast|YAR Yaroslavl Oblast|RYA Ryazan Oblast|BEL Belgorod Oblast|STA Stavropol Krai|MUR Murmansk Oblast|ARK Arkhangelsk Oblast|KR Karelia',
    'Europe/Samara': 'SAM Samara Oblast|SAM Самарская область|UD Udmurtia|UD Удмуртская Республика',
    'Asia/Yekaterinburg': 'SVE Sverdlovsk Oblast|SVE Свердловская область|CHE Chelyabinsk Oblast|CHE Челябинская область|PER Perm Krai|PER Пермский край|BA Bashkortostan|BA Республика Башкортостан|TYU Tyumen Oblast|TYU Тюменская область|ORE Orenburg Oblast|KHM Khanty-Mansi|YAN Yamalo-Nenets|KGN Kurgan Oblast',
    'Asia/Omsk': 'OMS Omsk Oblast|OMS Омская область',
    'Asia/Novosibirsk': 'NVS Novosibirsk Oblast|NVS Новосибирская область',
    'Asia/Krasnoyarsk': 'KYA Krasnoyarsk Krai|KYA Красноярский край|KEM Kemerovo Oblast|KEM Кемеровская область',
    'Asia/Irkutsk': 'IRK Irkutsk Oblast|IRK Иркутская область|BU Buryatia',
    'Asia/Yakutsk': 'SA Sakha|AMU Amur Oblast|ZAB Zabaykalsky Krai',
    'Asia/Vladivostok': 'PRI Primorsky Krai|PRI Приморский край|KHA Khabarovsk Krai|KHA Хабаровский край',
    'Asia/Magadan': 'MAG Magadan Oblast|SAK Sakhalin Oblast',
    'Asia/Kamchatka': 'KAM Kamchatka Krai|CHU Chukotka',
  },
  ID: {
    'Asia/Jakarta': 'JK Jakarta|JK DKI Jakarta|JB West Java|JB Jawa Barat|JT Central Java|JT Jawa Tengah|JI East Java|JI Jawa Timur|BT Banten|YO Yogyakarta|AC Aceh|SU North Sumatra|SU Sumatera Utara|SB West Sumatra|SB Sumatera Barat|RI Riau|KR Riau Islands|KR Kepulauan Riau|JA Jambi|SS South Sumatra|SS Sumatera Selatan|BE Bengkulu|LA Lampung|BB Bangka Belitung Islands|KB West Kalimantan|KB Kalimantan Barat|KT Central Kalimantan|KT Kalimantan Tengah',
    'Asia/Makassar': 'BA Bali|NB West Nusa Tenggara|NB Nusa Tenggara Barat|NT East Nusa Tenggara|NT Nusa Tenggara Timur|KS South Kalimantan|KS Kalimantan Selatan|KI East Kalimantan|KI Kalimantan Timur|KU North Kalimantan|SA North Sulawesi|SA Sulawesi Utara|ST Central Sulawesi|SN South Sulawesi|SN Sulawesi Selatan|SG Southeast Sulawesi|SR West Sulawesi|GO Gorontalo',
    'Asia/Jayapura': 'MA Maluku|MU North Maluku|PA Papua|PB West Papua',
  },
  ES: { 'Atlantic/Canary': 'GC Las Palmas|TF Santa Cruz de Tenerife|CN Canarias|CN Islas Canarias|CN Canary Islands' },
  PT: { 'Atlantic/Azores': 'PT-20 Azores|AC Açores', 'Atlantic/Madeira': 'PT-30 Madeira|MA Ilha da Madeira' },
  CL: { 'America/Punta_Arenas': 'MA Magallanes|MA Magallanes y la Antártica Chilena' },
  EC: { 'Pacific/Galapagos': 'W Galápagos' },
  MN: { 'Asia/Hovd': 'HO Hovd|BO Bayan-Ölgii|UV Uvs' },
  CD: { 'Africa/Lubumbashi': 'HK Haut-Katanga|LU Lualaba|NK North Kivu|NK Nord-Kivu|SK South Kivu|SK Sud-Kivu|KE Kasai-Oriental' },
};

const zones = new Map<string, string>();
for (const [country, provinces] of Object.entries({ ...american, ...eastern })) {
  for (const [zone, listed] of Object.entries(provinces)) {
    for (const row of listed.split('|')) {
      const [code = '', ...name] = row.split(' ');
      zones.set(`${country} ${foldWords(code)}`, zone);
      zones.set(`${country} ${foldWords(name.join(' '))}`, zone);
      zones.set(`${country} ${foldWords(row)}`, zone);
    }
  }
}

/** The zone of a province by its code or its name, in countries with several. */
export function zoneOfProvince(country: string, province: string): string | null {
  return zones.get(`${country} ${foldWords(province).replace(`${country.toLowerCase()}-`, '')}`) ?? null;
}
