import type { SituationTexts } from './situation.ts';

const hello = `{% if first_name != '' %}{{ first_name }} 様{% else %}お客様{% endif %}`;
const bye = `{% if signature == '' %}どうぞよろしくお願いいたします。\n{{ agent_name }}\n{{ shop_name }}{% endif %}`;

const unsent = `{% if order_is == 'cancelled' %}ご注文はキャンセルされておりますので、お送りしているお荷物はございません。{% else %}お荷物はまだ当店を出ておりません。{% endif %}`;
const returning = `{% if carrier != '' %}{{ carrier }}{% else %}配送会社{% endif %}からは、お荷物が当店へ戻る途中であるとの知らせを受けています{% if tracking_number != '' %}（お問い合わせ番号 {{ tracking_number }}）{% endif %}。`;
const soFar = `{% if refund_amount != '' %}これまでの返金額の合計は {{ refund_amount }} です。{% endif %}`;
const trouble = `ご連絡ありがとうございます。{% if order_name != '' %}ご注文 {{ order_name }} について、{% endif %}ご迷惑をおかけし申し訳ございません。`;
const notYet = `{% if parcel_is == 'unsent' %}${unsent}{% elsif parcel_is == 'returning' %}${returning}{% else %}{% if carrier != '' %}{{ carrier }}{% else %}配送会社{% endif %}の記録では、お荷物はまだお手元にありません{% if parcel_status != '' %}（最新の状況：{{ parcel_status }}）{% endif %}。{% endif %}`;
/** Where the parcel is, and what may be chosen because of that. */
const news = `{% if parcel_is == 'delivered' %}{% if carrier != '' %}{{ carrier }}{% else %}配送会社{% endif %}からは、{{ delivered_on }}に配達済みとの知らせを受けています{% if tracking_number != '' %}（お問い合わせ番号 {{ tracking_number }}）{% endif %}。ご近所の方や受付、いつもの置き場所をご確認ください。

見当たらない場合は、もう一度お送りするか、ご返金するかをお選びいただけます。ご希望をこのメールにご返信ください。配送会社にはこちらから問い合わせます。{% elsif parcel_is == 'returning' %}${returning}

当店に戻り次第もう一度お送りするか、ご返金するかをお選びいただけます。ご希望をこのメールにご返信ください。{% elsif parcel_is == 'unsent' %}${unsent}

{% if order_is != 'cancelled' %}このままお待ちいただくか、ご返金するかをお選びいただけます。ご希望をこのメールにご返信ください。{% else %}ご希望と違う場合は、このメールにご返信ください。お調べいたします。{% endif %}{% else %}{% if carrier != '' %}お荷物は {{ carrier }}{% if tracking_number != '' %}（お問い合わせ番号 {{ tracking_number }}）{% endif %}がお預かりしています。{% endif %}{% if parcel_status != '' %}最新の状況：{{ parcel_status }}。{% endif %}{% if expected != '' %}現在の予定：{{ expected }}。{% else %}配送会社から新しい日にちはまだ示されていません。{% endif %}

このままお待ちいただく、動きがない場合にもう一度お送りする、またはご返金する、のいずれかをお選びいただけます。ご希望をこのメールにご返信ください。{% endif %}${soFar}`;

/** Japanese. */
export const ja: SituationTexts = {
  late: `${hello}

ご連絡ありがとうございます。お荷物{% if order_name != '' %}（ご注文 {{ order_name }}）{% endif %}がまだ届いていないとのこと、お待たせして誠に申し訳ございません。

${news}

引き続き状況を見守り、変わりがあり次第ご連絡いたします。{% if tracking_url != '' %}こちらからいつでもご覧いただけます：{{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

お待ちいただきありがとうございます。お荷物{% if order_name != '' %}（ご注文 {{ order_name }}）{% endif %}{% if parcel_is == '' or parcel_is == 'lost' %}をお探ししましたが、紛失したものと考えざるを得ません。誠に申し訳ございません。{% else %}をお調べしました。{% endif %}

{% if parcel_is == '' or parcel_is == 'lost' %}{% if parcel_is == 'lost' and carrier != '' %}{{ carrier }}{% if tracking_number != '' %}（お問い合わせ番号 {{ tracking_number }}）{% endif %}では長い間動きがありません。{% endif %}配送会社への調査は当店が行いますので、お客様にしていただくことはございません。

当店の負担で同じ商品をもう一度お送りするか、{% if refund_amount == '' %}お支払いいただいた全額{% if order_total != '' %}（{{ order_total }}）{% endif %}{% else %}残りの代金{% endif %}をお返しするか、ご都合のよい方をお選びください。${soFar}{% else %}${news}{% endif %}

ご返信をいただき次第、その営業日のうちに手配し、ご連絡いたします。

${bye}`,
  damaged: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}すでにお手元にある場合は、次のとおりお進みください。{% else %}お知らせくださりありがとうございます。ご注文{% if order_name != '' %} {{ order_name }}{% endif %} の商品が傷んだ状態で届いたとのこと、誠に申し訳ございません。{% endif %}

商品の写真と箱の写真があると、配送会社への申し立てに役立ちます。まだの場合はご返信に添付してください。箱は数日お手元にお残しください。

当店の負担で新しい商品をお送りする、ご返金する、またはそのままお使いいただき代金の一部をお返しする、のいずれかをお選びいただけます。

ご希望をうかがい次第、その営業日のうちに始めます。それまで何もお送りいただく必要はございません。

${bye}`,
  wrong_item: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}すでにお手元にある場合は、次のとおりお進みください。{% else %}ご連絡ありがとうございます。ご注文{% if order_name != '' %} {{ order_name }}{% endif %} と違う商品が届いたとのこと、当店の間違いでご迷惑をおかけし、申し訳ございません。{% endif %}

届いた商品をお知らせいただけますでしょうか。ラベルの写真があれば、どこで間違えたのかすぐにわかります。

正しい商品をすぐにお送りする、またはご返金する、のいずれかをお選びいただけます。間違って届いた商品の返送に費用はかかりません。

ご返信をいただき次第、その営業日のうちに手配し、返送に必要なものをお送りいたします。

${bye}`,
  out_of_stock: `${hello}

{% if order_is == 'sent' %}ご連絡ありがとうございます。ご注文{% if order_name != '' %} {{ order_name }}{% endif %} の商品はすべて当店を出ておりますが、ご希望の商品は現在品切れとなっております。申し訳ございません。{% else %}ご注文{% if order_name != '' %} {{ order_name }}{% endif %} をありがとうございます。商品の一部が、お店の表示では在庫ありとなっていたにもかかわらず品切れとなっております。申し訳ございません。{% endif %}

再入荷をお待ちいただく、近い商品をこちらでお選びする、またはその商品の代金をお返しする、のいずれかをお選びいただけます。{% if order_is == 'open' or order_is == '' %}ほかの商品は予定どおりお送りします。{% endif %}

ご希望をご返信ください。{% if order_is == 'open' or order_is == '' %}三営業日のうちにご返信がない場合は、滞らないよう、その商品の代金をお返しいたします。{% endif %}

${bye}`,
  return_refund: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}{% if parcel_is == 'returning' %}これ以上お送りいただくものはございません。{% else %}お手元に届きましたら、合わなかった商品をご返品いただけます。{% endif %}{% else %}ご連絡ありがとうございます。合わなかった商品{% if order_name != '' %}（ご注文 {{ order_name }}）{% endif %}はもちろんご返品いただけます。ご期待に添えず申し訳ございません。{% endif %}

{% if returns_url != '' %}返品ページからのお手続きが最も早くお済みになります：{{ returns_url }}。確定の前に、商品ごとに戻る金額と費用をご確認いただけます。{% else %}返品をご希望の商品と理由をお知らせください。こちらで準備いたします。{% endif %}

ご返金、ストアクレジット、対象の商品では交換からお選びいただけます。

{% if refund_amount != '' %}これまでの返金額の合計は {{ refund_amount }} です。{% endif %}お荷物が届きましたら確認し、いつ送金するかをメールでお知らせします。その後、金融機関で数営業日かかることがございます。

${bye}`,
  partial_refund: `${hello}

{% if order_name != '' %}ご注文 {{ order_name }} の{% endif %}状況をお知らせくださりありがとうございます。ご不快な思いをおかけし、申し訳ございません。

商品をお送りいただく必要はございません。お詫びとして、代金の一部をお支払い方法にお返しするか、次回にお使いいただけるストアクレジットをお付けいたします。

どちらがよろしいかお知らせください。その営業日のうちに手配し、正確な金額を記した確認のメールをお送りします。${soFar}

どちらも合わない場合は、ご希望をお聞かせください。よい方法を一緒に探します。

${bye}`,
};
