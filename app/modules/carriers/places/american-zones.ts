/** Codes and names of provinces by zone: `CA California|NV Nevada`. */
export type Provinces = Readonly<Record<string, string>>;

/** States and provinces of the Americas by the clock most of their people live by. */
export const american: Readonly<Record<string, Provinces>> = {
  US: {
    'America/New_York': 'CT Connecticut|DC District of Columbia|DC Washington DC|DE Delaware|FL Florida|GA Georgia|IN Indiana|KY Kentucky|MA Massachusetts|MD Maryland|ME Maine|MI Michigan|NC North Carolina|NH New Hampshire|NJ New Jersey|NY New York|OH Ohio|PA Pennsylvania|RI Rhode Island|SC South Carolina|VA Virginia|VT Vermont|WV West Virginia',
    'America/Chicago': 'AL Alabama|AR Arkansas|IA Iowa|IL Illinois|KS Kansas|LA Louisiana|MN Minnesota|MO Missouri|MS Mississippi|ND North Dakota|NE Nebraska|OK Oklahoma|SD South Dakota|TN Tennessee|TX Texas|WI Wisconsin',
    'America/Denver': 'CO Colorado|ID Idaho|MT Montana|NM New Mexico|UT Utah|WY Wyoming',
    'America/Phoenix': 'AZ Arizona',
    'America/Los_Angeles': 'CA California|NV Nevada|OR Oregon|WA Washington',
    'America/Anchorage': 'AK Alaska',
    'Pacific/Honolulu': 'HI Hawaii',
    'America/Puerto_Rico': 'PR Puerto Rico|VI Virgin Islands|VI US Virgin Islands',
    'Pacific/Guam': 'GU Guam|MP Northern Mariana Islands',
    'Pacific/Pago_Pago': 'AS American Samoa',
  },
  CA: {
    'America/St_Johns': 'NL Newfoundland and Labrador|NF Newfoundland|NL Terre-Neuve-et-Labrador',
    'America/Halifax': 'NS Nova Scotia|NS Nouvelle-Écosse|PE Prince Edward Island|PE Île-du-Prince-Édouard|NB New Brunswick|NB Nouveau-Brunswick',
    'America/Toronto': 'ON Ontario|QC Quebec|PQ Québec',
    'America/Iqaluit': 'NU Nunavut',
    'America/Winnipeg': 'MB Manitoba',
    'America/Regina': 'SK Saskatchewan',
    'America/Edmonton': 'AB Alberta|NT Northwest Territories|NT Territoires du Nord-Ouest',
    'America/Whitehorse': 'YT Yukon|YK Yukon Territory',
    'America/Vancouver': 'BC British Columbia|BC Colombie-Britannique',
  },
  BR: {
    'America/Sao_Paulo': 'DF Distrito Federal|ES Espírito Santo|GO Goiás|MG Minas Gerais|PR Paraná|RJ Rio de Janeiro|RS Rio Grande do Sul|SC Santa Catarina|SP São Paulo',
    'America/Bahia': 'BA Bahia',
    'America/Fortaleza': 'AL Alagoas|CE Ceará|MA Maranhão|PB Paraíba|PE Pernambuco|PI Piauí|RN Rio Grande do Norte|SE Sergipe',
    'America/Belem': 'AP Amapá|PA Pará',
    'America/Araguaina': 'TO Tocantins',
    'America/Campo_Grande': 'MS Mato Grosso do Sul',
    'America/Cuiaba': 'MT Mato Grosso',
    'America/Manaus': 'AM Amazonas|RR Roraima|RO Rondônia',
    'America/Rio_Branco': 'AC Acre',
  },
  MX: {
    'America/Mexico_City': 'AG Aguascalientes|CM Campeche|CS Chiapas|CHIS Chiapas|CO Coahuila|COAH Coahuila de Zaragoza|CL Colima|DF Ciudad de México|CDMX Mexico City|DG Durango|DGO Durango|EM Estado de México|MEX México|GT Guanajuato|GTO Guanajuato|GR Guerrero|GRO Guerrero|HG Hidalgo|HGO Hidalgo|JA Jalisco|JAL Jalisco|MI Michoacán|MICH Michoacán de Ocampo|MO Morelos|MOR Morelos|NL Nuevo León|OA Oaxaca|OAX Oaxaca|PU Puebla|PUE Puebla|QT Querétaro|QRO Querétaro|SL San Luis Potosí|SLP San Luis Potosí|TB Tabasco|TAB Tabasco|TM Tamaulipas|TAMPS Tamaulipas|TL Tlaxcala|TLAX Tlaxcala|VE Veracruz|VER Veracruz|YU Yucatán|YUC Yucatán|ZA Zacatecas|ZAC Zacatecas|CH Chihuahua|CHIH Chihuahua',
    'America/Cancun': 'QR Quintana Roo|QROO Q ROO',
    'America/Hermosillo': 'SO Sonora|SON Sonora',
    'America/Mazatlan': 'BS Baja California Sur|NA Nayarit|NAY Nayarit|SI Sinaloa|SIN Sinaloa',
    'America/Tijuana': 'BC Baja California',
  },
};

/** Parts of American states that live by another clock, by the first three digits of their ZIP codes. */
export const zipZones: Readonly<Record<string, string>> = {
  '324': 'America/Chicago', '325': 'America/Chicago',
  '373': 'America/New_York', '374': 'America/New_York', '376': 'America/New_York', '377': 'America/New_York', '378': 'America/New_York', '379': 'America/New_York',
  '420': 'America/Chicago', '421': 'America/Chicago', '422': 'America/Chicago', '423': 'America/Chicago', '424': 'America/Chicago',
  '463': 'America/Chicago', '464': 'America/Chicago', '476': 'America/Chicago', '477': 'America/Chicago',
  '577': 'America/Denver', '586': 'America/Denver', '691': 'America/Denver', '693': 'America/Denver',
  '798': 'America/Denver', '799': 'America/Denver', '885': 'America/Denver',
  '838': 'America/Los_Angeles', '979': 'America/Boise',
};
