import type { Words } from '../concepts.ts';

const party = '(?:recipient|customer|consignee|addressee|receiver|buyer|resident)';
const sender = '(?:sender|shipper|seller|merchant|retailer|consignor|store|originator|supplier|vendor|shop)';
const goods = '(?:package|parcel|shipment|item|piece|consignment|article|packet)';
const shop = '(?:access point|parcel ?shop|service ?point|pick[- ]?up (?:point|location|shop|station|store)|collection point|parcel locker|locker|packstation|drop ?shop|newsagent|convenience store)';
const counter = '(?:access point|parcel ?shop|service ?point|pick[- ]?up (?:point|location|shop|facility|station|store)|collection point|parcel locker|smart locker|locker|packstation|post office|postal agency|drop ?shop|relay|newsagent|local shop|convenience store|parcel terminal|post branch)';

const onTheWay = "(?:the|an?|our|your|its|local|regional|national|next|final|last|destination|origin|international|overseas|domestic|export|import|transit|partner|partnering|delivery|delivering|last[- ]mile|final[- ]mile|third[- ]party|linehaul|line haul|sort|sorting|sortation|distribution|processing|handling|receiving|postal|mail|air|ocean|cargo|shipping|transport|appointed|responsible|operating|carrier(?:'s)?|courier(?:'s)?|airline(?:'s)?|usps|ups|fedex|dhl)";
const betweenHands = '(?:carriers?|airlines?|airport|customs|couriers?(?: company)?|facility|hub|depot|terminal|gateway|forwarder|broker|(?:(?:sort(?:ing|ation)?|distribution|processing|mail) cent(?:er|re))|(?:delivery|carrier|shipping|transport|last[- ]mile|logistics|courier) partner|(?:delivery|customs|clearance|airline|handling|shipping|forwarding|transport|local) agent|(?:usps|ups|fedex|dhl|dpd|gls|evri|ontrac|lasership|royal mail|canada post|australia post|postal service)(?=$|[.,;:(-]| (?:for|facility|hub|depot)\\b)|post office for (?:(?:final|onward|last[- ]mile) )?delivery)';

/** English, as carriers write it on both sides of the ocean. */
export const english: Words = {
  ignored: [
    '(?:before|or|otherwise|if|unless|until)\\b[^.;]*\\b(?:return\\w*|unclaimed|not (?:collected|claimed))\\b[^.;]*',
    '(?:will|may|can|shall) be returned\\b[^.;]*\\b(?:if|unless|after|when|otherwise)\\b[^.;]*',
    'not yet (?:been )?(?:delivered|ready|available|cleared)',
    '(?:no|without|not|free of) (?:any |been )?(?:exceptions?|damages?|damaged|delay(?:s|ed)?|lost|problems?|issues?)\\b',
    'payment (?:has been |was |is )?(?:received|made|completed|processed|confirmed)',
    '(?:duties|charges|fees|taxes)(?: and \\w+)? (?:have been |were |are )?paid',
    'address (?:has been |was |is )?(?:corrected|updated|completed|verified|changed)',
    '(?:security )?(?:check|screening|inspection)s? (?:has been |was )?(?:passed|completed?)',
    '(?:first|second|third|1st|2nd|3rd) attempt (?:was )?successful',
    '(?:customs )?clearance process may start',
    '(?:request(?:s|ed)?(?: for)?|awaiting|pending|no) (?:an? |the )?proof of delivery(?: received)?|proof of delivery (?:has been |was |is )?(?:requested|required|pending|not|unavailable)',
  ],
  upcoming: [
    '(?<!unable |failed |able |not )(?:(?:will|should|shall|may|would|might|expected to|scheduled to|due to|to|once|when|until|after) (?:now |soon |then |it is |it has been |have been )*(?:be |being |get )?(?:re)?(?:delivered|attempt\\w*)|(?:will|should|to) (?:be )?deliver(?:ed)?(?: it)? (?:today|tomorrow|on|by|soon)|expected to deliver|(?:expected|estimated|scheduled|anticipated|planned) (?:for )?delivery|on schedule for delivery|delivery (?:is )?(?:expected|estimated|scheduled)|delivery (?:is |has been |was )?confirmed for\\b)|(?:redirect|forward|rerout)\\w* (?:at|by|on)\\b[^.;]{0,30}\\brequest',
    'hold (?:at location|for (?:pick[- ]?up|collection)) (?:has been |was |is )?(?:request|instruct)\\w*(?: (?:has been |was |is )?(?:accepted|received|submitted|confirmed|approved|processed))?|(?:request(?:ed|s)?|asked)(?: for| to)? (?:an? |the )?hold (?:at location|for (?:pick[- ]?up|collection))',
    `(?:request(?:ed|s)?|asked|arranged)(?: for)? (?:an? |the )?delivery (?:to|at)\\b[^.;,]{0,30}${counter}|delivery (?:to|at)\\b[^.;,]{0,30}${counter} (?:has been |was |is )?(?:requested|arranged|accepted|booked|scheduled|planned)`,
  ],
  aside: [
    '(?:sms|e-?mail|notification|text message|message|notice) (?:has been |was )?(?:sent|scheduled)(?! to customs)',
    'delivery (?:preferences?|instructions?|options?) (?:has been |have been |was |were )?(?:received|changed|updated|requested|selected)',
    '(?:no|not) (?:tracking |status )?(?:information|record|details?) (?:is |are )?(?:yet )?(?:available|found)|not found',
  ],
  announced: [
    '(?:shipping |return |shipment )?label (?:has been |was |is )?(?:created|printed|generated|purchased|issued|ready)',
    'created a (?:shipping )?label',
    '(?:shipment|shipping|order|parcel|package|consignment|item|tracking) (?:information|info|data|details|record)\\b[^.;]{0,40}\\b(?:sent|received|transmitted|created|uploaded|submitted|registered|provided)',
    '(?:shipment|shipping) info(?:rmation)? (?:sent|received)',
    'received a request from|about to pick up|instruction data|info(?:rmation)? received|data (?:has been |have been |was )?(?:received|transmitted)|electronic(?:ally)? (?:notif|advis|announc|info|shipment info|pre|submi|record)',
    'pre[- ]?(?:shipment|advice|advise|transit|notif|alert|manifest)',
    'order (?:has been |was )?(?:received|created|processed|confirmed|registered)|order placed\\b(?! (?:in|at|on))',
    'ready for (?:ups|usps|fedex|dhl)\\b|awaiting (?:item|receipt of item)',
    `awaiting (?:collection|pick ?up|parcel|shipment|handover|drop ?off) (?:by|from) (?:the )?(?:carrier|courier|driver|${sender})`,
    '(?:ready (?:for|to be)|awaiting) (?:pick(?:ed)?[- ]?up|collect(?:ion|ed)) by (?:the )?(?:courier|carrier|driver|ups|dhl|fedex|usps)|ready for (?:courier|carrier|driver) (?:pick ?up|collection)',
    `(?:not|\\w+n't) (?:yet )?(?:been )?(?:received|handed over|collected|picked up|in (?:the )?system|entered)(?: (?:yet|by (?:the )?(?:carrier|courier|us)|from (?:the )?${sender}))`,
    `not yet (?:been )?(?:received|handed|collected|picked up|in (?:the )?system)`,
    `${sender} (?:is |has |'s )*(?:preparing|despatching|dispatching|packing|created)`,
    `expecting (?:it|your|this|a)|we(?:'re| are) expecting`,
    'manifest(?:ed)?\\b|booking|booked|(?:pick ?up|collection) (?:has been |was |is )?(?:scheduled|arranged|requested|booked)',
    `${goods} (?:has been |was |is )?(?:registered|created|announced)\\b`,
  ],
  voided: [
    'label (?:has been |was |is )?(?:void|cancel)',
    'void(?:ed)? (?:label|shipment|information|by|package)|voided',
    `(?:${goods}|order|shipment order) (?:has been |was |is )?(?:void|cancel)`,
    `cancel(?:led|ed) by (?:the )?(?:${sender})`,
  ],
  returned: [
    `return\\w*\\b(?! label)[^.;]{0,40}\\bto (?:the |its |your |original )*(?:${sender}|origin\\b)`,
    `(?:back|redirected|sent) to (?:the |its )?(?:original )?${sender}`,
    `deliver\\w*,? to (?:the )?(?:original )?(?:sender|shipper)`,
    'r(?:ts|to)\\b|return (?:shipment|in transit|process|initiated|to origin|parcel delivered|package delivered|delivered|accepted|journey|started)|in return\\b',
    'return(?:ed|ing)\\b(?! (?:to|label|from|receipt|by|with|on))',
    `(?:being|been|was|is|were) returned\\b(?! to (?:the )?(?:facility|depot|station|fedex|ups|terminal|hub|post office|delivery|carrier|local|courier|sort))`,
  ],
  collected: [
    `(?<!be )(?<!to )(?<!not )(?<!never )(?<!not been )(?:collected|picked[- ]up|retrieved|fetched) by (?:the |your |an? )?(?:authori[sz]ed )?(?:${party}|neighbo)`,
    `(?<!to )(?<!can )(?:${party}) (?:has )?(?:collected|picked (?:it |up|the))`,
    `individual picked up|picked up at (?:the )?(?:post office|postal facility|fedex|ups|${counter})|(?:collected|picked up|retrieved) from (?:the |a |your )?${counter}`,
  ],
  ready: [
    `(?:available|ready|waiting|awaiting|held|hold|stored|kept)\\b[^.;,]{0,50}\\b(?:pick(?:ed)?[- ]?up|collect(?:ion|ed)?)\\b`,
    `ready to (?:be )?(?:collect|pick)|to be (?:collected|picked up) by (?:the )?(?:${party}|you)`,
    '(?:can|may) (?:now )?(?:be )?(?:collect(?:ed)?|pick(?:ed)?[- ]?(?:it )?up)',
    `available at [^.;]{0,40}${counter}|(?:is |being )?held at (?:the |a |your )?(?:local |nearest )?(?:${counter})`,
    'hold at location|reminder[^.;]{0,30}\\b(?:pick|collect)',
  ],
  tried: [
    'attempt(?:ed|s)?\\b|(?:tried|try) to deliver|notice left|(?:card|notice|calling card|delivery notice) (?:was |has been )?left|left (?:a |you a )?(?:card|notice|note)|carded\\b|missed you|re-?delivery (?:requested|arranged|booked)|reminder to schedule redelivery|delivery was missed',
  ],
  undelivered: [
    'undeliver(?:ed|able)',
    "(?:not|\\w+n't|never|cannot|can not|unable|unsuccessful(?:ly)?|fail(?:ed|s|ure)?|without|non)\\b[^.;,]{0,25}[ -](?:re)?deliver(?:y|ed|ing|able)?\\b",
    'delivery\\b[^.;,]{0,30}\\b(?:fail|unsuccessful|not (?:possible|successful|completed|made|done)|could not|cannot|impossible|unable|incomplete)',
    '(?:missed|no|incomplete) delivery\\b',
  ],
  handed_on: [`(?:delivered|handed(?: over| off)?|tendered),?(?: on)? (?:to|at|into) (?:${onTheWay} )*${betweenHands}(?![\\p{L}\\p{N}])`],
  dropped: [
    `arriv(?:ed|al) (?:to|at|in) (?:a |an |the |your )?(?:\\w+ )?${shop}`,
    `(?<!out for )(?:deliver(?:ed|y)?|handed over|left|placed|deposited) (?:to|at|in|with|into|by) (?:a |an |the |your |our )?(?:chosen |selected |nearby |local |nearest |designated )?(?:(?:ups|dhl|dpd|gls|evri|hermes|inpost|amazon|fedex|postnl|pudo|dhl's) )?${counter}`,
  ],
  delivered: [
    'delivered\\b|delivery (?:has been |was |is )?(?:completed?|successful|confirmed|made|done)|proof of delivery|successful(?:ly)? deliver|^final delivery$',
    `signed (?:for )?(?:by|receipt)|signature (?:obtained|received|captured)|(?:received|accepted) by (?:the )?(?:${party})`,
    'left (?:in|at|with|on|by) (?:a |an |the |your )?(?:safe|porch|neighbo|front|reception|garage|mail ?box|letter ?box|door|mail ?room|garden|shed|agent|individual|side|back door|customer)',
    `handed (?:over )?to (?:the |a |your )?(?:${party}|neighbo)|posted through`,
  ],
  out: [
    'out[- ]?(?:for|on|to)[- ](?:deliver|the courier)|out with (?:the |our |your )?(?:courier|driver)',
    '(?:on|onto|in|into|aboard)(?: (?:the|a|an|our|fedex|ups|dhl))* (?:delivery )?(?:vehicle|van|truck)(?: (?:for|out)|$|[.,])|loaded (?:on|onto|into|in) (?:the |a |our )?delivery',
    'with (?:the |your |our |a )?(?:delivery )?(?:courier|driver|postman|postie|carrier for delivery)',
    '(?:on|onto) (?:the |a |its )?delivery (?:vehicle|van|route|run|round)|(?:is |now )being delivered|on[- ]?board for delivery|delivery (?:is )?in progress|deliver(?:y|ing) (?:it )?today|on (?:its|the) way to (?:you|the recipient) today|courier is (?:on|delivering)|out delivering|(?:driver|courier) (?:has )?loaded',
  ],
  refused: ['refus(?:ed|al|es|e)\\b', `reject(?:ed)?(?: by (?:the )?${party}| delivery)`, `${party} (?:has )?(?:reject|declin|did not (?:want|accept)|does not want)`, 'not (?:wanted|accepted by)|unwanted|declined'],
  damaged: ['damage', 'broken\\b|leaking|crushed'],
  lost: [
    'lost\\b|stolen|theft|robbery',
    `missing ${goods}|${goods} (?:is |are |has gone |was |has been |reported )*missing`,
    `${goods}[^.;]{0,20}(?:not be|cannot be|not) (?:found|located)|unable to (?:locate|find) (?:the |your |this )?${goods}|tracer?\\b|search request`,
  ],
  unclaimed: [
    `unclaimed|uncollected|not (?:been )?(?:collected|claimed|picked[- ]?up|called for)(?! (?:yet|by the (?:carrier|courier)))|fail(?:ed|ure) to (?:collect|pick)|(?:${party}) (?:did not|has not|failed to) (?:collect|pick)`,
    '(?:storage|holding|hold|retention|pick[- ]?up|collection) (?:period|time|deadline|date)[^.;]{0,20}(?:expired|ended|passed|over|exceeded)',
  ],
  payment: [
    '(?:payment|prepayment) (?:is |of [^.;]{0,30})?(?:required|due|pending|needed|outstanding|not (?:received|made|ready))|(?:awaiting|pending|requires?) (?:the |customs |your )?payment',
    '(?:dut(?:y|ies)|tax(?:es)?|vat|charges?|fees?|surcharges?|postage)\\b[^.;]{0,30}\\b(?:due|unpaid|owed|payable|be paid|payment|required|outstanding|not paid|needed)',
    '(?:pay|payment of|unpaid|outstanding|collect)\\b[^.;]{0,30}\\b(?:dut(?:y|ies)|tax(?:es)?|vat|charges?|fees?|postage|surcharge)',
    'fee to pay|(?:insufficient|short|underpaid) (?:postage|paid)|cod (?:amount )?(?:not|unavailable|payment)|(?:money|cash|cod|check|cheque) (?:was |is )?not (?:ready|available)|no (?:money|cash|funds)\\b',
  ],
  address: [
    '(?:incorrect|wrong|invalid|incomplete|insufficient|bad|inaccurate|missing|unknown|undeliverable|no such|illegible|unreadable|non-?existent|(?:problem|issue|query|error) (?:with|in)(?: the)?|check(?: the)?|confirm(?: the)?|verify(?: the)?) (?:or \\w+ )?(?:delivery |recipient(?:\'s)? |street |receiver(?:\'s)? |house |apartment |suite |the |consignee |postal |customer |unit )*(?:address|number\\b|street\\b|zip\\b|post ?code|postal code|suite\\b|apartment\\b)',
    '(?:address|(?:street|house|apartment|suite|unit) (?:number|name)|zip ?code|post ?code|postal code)\\b[^.;]{0,40}\\b(?:incorrect|wrong|invalid|incomplete|insufficient|inaccurate|unknown|not found|not exist|missing|could not|cannot|inaccessible|not (?:be )?(?:located|found|identif|accessible|deliverable)|(?:information|details) (?:is |are )?(?:needed|required)|needed|query|problem|issue|unreadable|illegible|unreachable)',
    `(?:${party}|company|business|person) (?:is |has |have )?(?:unknown|moved|relocated|not known|no longer)|no longer at (?:this|the) address|moved[, -]+(?:left|no)\\b|left no address|no forwarding|forward(?:ing)? (?:order )?expired`,
    'no such (?:number|street|address|person)|addressee unknown|not known|as addressed|vacant\\b|no mail receptacle|(?:no|cannot|unable to) access\\b|access (?:is |was )?(?:not|denied|restrict|problem|issue|blocked)|inaccessible|unable to gain access',
    `need(?:s|ed)? (?:more |additional )?address|(?:unable to|could not|cannot) (?:locate|find|reach|identify) (?:the |this )?(?:address|delivery|${party}|destination|premises|company|business)`,
  ],
  security: [
    'prohibited|seiz(?:ed|ure)|confiscat|dangerous goods|hazardous|restricted (?:item|goods|commodit|article)|forbidden|contraband|banned|police',
    'security (?:check|inspection|screening|hold|issue|reason|restriction|delay|control|concern|threat)|government (?:agency )?(?:inspection|hold)',
  ],
  customs_held: [
    '(?:held|hold(?:ing)?|stopped|detained|retained|delay(?:ed|s)?|stuck|rejected|issue|problem|failed|exception|suspended|pending (?:documents?|information)|awaiting (?:documents?|information|paperwork|release|missing|additional))\\b[^.;]{0,40}\\b(?:customs|clearance|border|import\\b)',
    '(?:customs|clearance|import)\\b[^.;]{0,40}\\b(?:held|hold|delay(?:s|ed)?|detain(?:ed)?|retain(?:ed|ment)?|retention|issue|problem|exception|stopped|fail(?:ed|ure)|rejected|not (?:been )?(?:released|cleared|completed)|(?:documents?|information|paperwork|action|details) (?:is |are )?(?:required|needed|missing|requested)|requires? (?:further |more |additional )?(?:information|documents?))\\b',
    '(?:missing|incomplete|incorrect|required|additional|awaiting|insufficient) (?:or \\w+ )?(?:customs |import |clearance |commercial )*(?:documents?|documentation|paperwork|invoice|declaration)',
    '(?:documents?|paperwork|commercial invoice|documentation)\\b[^.;]{0,25}\\b(?:missing|incomplete|required|needed|incorrect)',
  ],
  cleared: [
    '(?:cleared|passed|completed|left|released (?:by|from)|release from|through|out of|exit(?:ed)?)(?: through| by| from)?(?: the)? (?:import |export |origin |destination |international )*(?:customs|clearance)|cleared for',
    '(?:customs|clearance|import|export|government|border|cbsa|cbp)\\b[^.;]{0,30}\\b(?:cleared|released|completed?|finished|success(?:ful|fully)?|approved|done|concluded)\\b',
    '(?:released|cleared) by (?:the )?(?:government|customs|border|cbsa|cbp|import|agenc)',
  ],
  customs: ['customs|clearance\\b|border (?:control|agency|force|services)|cbsa\\b|cbp\\b'],
  not_home: [
    '(?:nobody|no[ -]?one|no body)\\b[^.;]{0,20}\\b(?:home|available|there|in|present|(?:to|could) (?:receive|accept|sign))\\b',
    `(?:${party}|you)\\b[^.;]{0,25}(?:(?:not|n't) (?:at |been )?(?:home|in\\b|available|present|there|met)|absent|unavailable|away\\b|on (?:vacation|holiday))`,
    "(?:not|\\w+n't) (?:at )?(?:home|available)\\b|no (?:authori[sz]ed )?recipient|no (?:response|answer|reply)|unanswered|absence|unavailability|no (?:secure|safe) (?:location|place|access)|unable to obtain (?:a )?signature|missed you|notice left|carded\\b",
    '(?:business|shop|office|company|premises|location|store|receiver|recipient|establishment|customer|facility|reception)(?:\'s)? (?:is |was |were |location |premises |office )*(?:temporarily )?closed|closed (?:business|premises|on arrival|at (?:the )?time)',
  ],
  weather: [
    'weather|(?:snow ?|ice ?|thunder)?storms?\\b|snow|blizzard|hurricane|typhoon|cyclone|tornado|flood|wildfire|earthquake|volcan|natural disaster|disaster|act of god|force majeure|adverse conditions|(?:in dense |heavy |due to )fog',
    'strikes?\\b|industrial action|labou?r dispute|road (?:closure|closed|block|conditions)|traffic|accident\\b|local emergency|emergency (?:situation|conditions)|power (?:outage|failure)|civil (?:unrest|disturbance)|pandemic|covid|political',
  ],
  carrier: [
    'mis-?(?:sort|rout|ship|direct|sent|load|plac)|wrong (?:depot|hub|facility|route|station|country|destination|location)|sent to (?:the )?(?:wrong|incorrect)|incorrectly (?:sorted|routed|sent)|sorting error|routing error',
    'missed (?:the |its )?(?:connection|flight|connecting|cut-?off)|mechanical|late (?:\\w+ )?(?:flight|trailer|train|aircraft|airplane|plane|arrival|linehaul|truck)|(?:flight|aircraft|airline|plane|linehaul|train|vehicle|transport)\\b[^.;]{0,20}\\b(?:delay|cancel|breakdown)|breakdown',
    'operational|(?:high|heavy|increased|unusual|exceptional|peak) (?:\\w+ )?volumes?|backlog|capacity|overload|technical (?:problem|issue|difficult|failure|reason)|(?:not enough|lack of|out of|ran out of|insufficient|no) (?:time|space|resources|drivers?)|network (?:delay|disruption|issue)|left behind|overflow|incorrect(?:ly)? (?:loaded|scanned)',
  ],
  held: ["(?:on|is) hold\\b|held\\b|hold(?:ing)?\\b|stopped|suspend|intercept|blocked\\b|in storage|detained|future delivery|at (?:the )?(?:customer|recipient|receiver|consignee|sender|shipper)'?s?'? request|customer (?:has )?requested"],
  delayed: [
    'delay|late\\b|later than|re-?schedul|postpon|behind schedule|longer than|(?:delivery date|estimated (?:delivery|arrival))[^.;]{0,25}(?:updated|changed|revised|pending)|next (?:business|working) day|not arrive (?:today|on time)|pending delivery date',
  ],
  exception: ['exception|problem|incident|issues?\\b|failure|failed|error\\b|irregular|dead (?:letter|mail)|dispos(?:ed|al)|destroyed|abandon|investigat|discarded'],
  moving: [
    "we(?:'ve| have) (?:got|received)|(?:in[- ]?)?transit|arriv|depart|left\\b|leav(?:e|ing)|process|accept|sort|receiv|pick(?:ed)?[- ]?up|collect|shipped|shipment (?:picked|received)|dis?patch|despatch|en ?route|on (?:its|it's|the|your|our) way|on the move|facility|hub\\b|depot|origin scan|forward|transfer|transport|export|import|hand(?:ed|ing)? over|hand(?:ed)? (?:off|to)|in-?bound|out-?bound|consolidat|flight|airport|airline|load(?:ed|ing)|unload|handl|scan|moving|line ?haul|tender|drop(?:ped)?[- ]?off|posted|redirect|rerout|prepar|warehouse|container|acceptance|export(?:ed)?|released|upcoming|origin\\b|destination|custody|possession|bagged|packed|bag (?:added|closed)|shipping|travel|advanced|ready for (?:departure|transport|dispatch|export)|returned to (?:the )?(?:\\w+ )?(?:facility|depot|station|terminal|hub)|underway|under way|weigh|measured",
  ],
};
