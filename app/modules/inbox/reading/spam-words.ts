import type { SpamSignName } from './spam-signs.ts';

/** What unasked mail offers, threatens or asks for, in the languages it comes in; a customer's own words seldom hit two. */
export const LURES: { sign: SpamSignName; points: number; pattern: RegExp }[] = [
  {
    sign: 'ranking',
    points: 3,
    pattern: /\b(?:guest post|link building|backlinks?|domain authority|seo (?:services?|packages?|audit|expert|proposal)|(?:rank|first page|page one|top) (?:on|of|in) google|increase (?:your )?(?:website )?traffic|website (?:re)?design (?:services?|proposal)|web development (?:services?|company))\b/i,
  },
  { sign: 'leads', points: 3, pattern: /\b(?:(?:email|contact|attendees?|customers?|users?) (?:list|database)s?\b.{0,120}(?:interested|acquire|purchase|pricing|cost)|b2b leads|lead generation (?:services?|agency))/is },
  { sign: 'inheritance', points: 4, pattern: /\b(?:next of kin|inheritance|beneficiary|dormant account|late (?:husband|client)|unclaimed (?:fund|estate)|(?:million|mio\.?) (?:us )?(?:dollars|usd|euros?|pounds)|transfer of (?:the )?funds?|barrister|compensation fund|erbschaft|héritage|herencia|eredità)\b/i },
  { sign: 'easy-money', points: 3, pattern: /(?:\b(?:make money (?:fast|online)|earn (?:extra )?money|work from home|passive income|financial freedom|double your (?:money|bitcoin)|guaranteed (?:income|returns?|profit)|you (?:have|'ve) won|lottery|winning (?:number|notification)|claim your prize)\b|geld verdienen|garantiert|nebenverdienst|gagnez de l.argent|gana dinero|guadagn[ai] |中奖|赚钱|兼职|заработ)/i },
  { sign: 'medicine', points: 4, pattern: /\b(?:viagra|cialis|levitra|v[1i]agra|online pharmacy|canadian pharmac|weight loss pills?|penis enlarge|erectile|cbd gummies|keto gummies)\b/i },
  { sign: 'blackmail', points: 5, pattern: /(?:hacked|recorded you|your (?:device|password|webcam)|malware|compromis).{0,800}(?:bitcoin|btc wallet|btc address)|(?:bitcoin|btc) (?:wallet|address).{0,400}(?:hours|send)/is },
  { sign: 'coins', points: 2.5, pattern: /\b(?:crypto(?:currency)? (?:investment|trading|airdrop)|bitcoin (?:investment|trading|profit)|forex (?:trading|signals?)|binary options|investment opportunity|airdrop)\b|加密货币|炒股/i },
  { sign: 'verify-account', points: 3, pattern: /\b(?:verify|confirm|validate|update|upgrade) your (?:account|mailbox|e-?mail|password|identity|billing|payment)\b.{0,400}\b(?:suspend|deactivat|expire|terminat|24 hours|48 hours|click)/is },
  { sign: 'blocked-account', points: 3, pattern: /\b(?:mailbox (?:is )?(?:almost )?(?:full|quota)|storage (?:limit|quota) (?:exceeded|reached)|your (?:account|store|shop|page) (?:has been|will be|is) (?:suspended|restricted|disabled|limited|deleted)|password (?:expires|will expire)|unusual sign-?in)\b/i },
  { sign: 'tax', points: 3, pattern: /\b(?:tax refund|hmrc|irs refund|australian taxation office|steuererstattung|remboursement d.impôt|unpaid (?:toll|fine))\b/i },
  { sign: 'invoices', points: 4, pattern: /代开发票|开具?发票.{0,20}(?:优惠|代开)|发票代|增值税.{0,10}代开/ },
  { sign: 'loans', points: 3, pattern: /\b(?:business loan|loan offer|instant loan|funding (?:for )?your business|merchant cash advance|working capital|kredit ohne schufa|prêt (?:entre particuliers|rapide)|préstamo)\b/i },
  { sign: 'singles', points: 4, pattern: /\b(?:sexy|hot) (?:singles?|girls?|women|ladies)|\b(?:escort|nude|xxx|porn|casino|free spins|slots?\b.{0,20}bonus)\b|одинок|знакомств/i },
  { sign: 'factory', points: 2.5, pattern: /\b(?:we are (?:a |an )?(?:professional |leading )?(?:manufacturer|factory|supplier)|our (?:factory|company) (?:is )?(?:specializ|produces?|manufactur)|glad to (?:know|learn) (?:that )?you(?:r company)? (?:are|is) (?:in|looking))/i },
  { sign: 'urgency', points: 1, pattern: /\b(?:act now|limited time|urgent(?:ly)? (?:reply|response|business)|100% (?:free|guaranteed)|risk[- ]free|no obligation|dear (?:friend|beneficiary|sir\/madam)|kindly (?:reply|revert|contact)|kostenlos|gratuit(?:ement)?)\b/i },
];
