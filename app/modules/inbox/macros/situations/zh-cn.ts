import type { SituationTexts } from './situation.ts';

const hello = `{% if first_name != '' %}{{ first_name }}，{% endif %}您好！`;
const bye = `{% if signature == '' %}此致\n{{ agent_name }}\n{{ shop_name }}{% endif %}`;

const unsent = `{% if order_is == 'cancelled' %}订单已取消，没有包裹在路上。{% else %}商品还没有从我们这里寄出。{% endif %}`;
const returning = `{% if carrier != '' %}{{ carrier }} {% else %}承运商{% endif %}告诉我们，包裹正在退回我们这里的路上{% if tracking_number != '' %}（单号 {{ tracking_number }}）{% endif %}。`;
const soFar = `{% if refund_amount != '' %}到目前为止，您收到的退款合计为 {{ refund_amount }}。{% endif %}`;
const trouble = `感谢您的来信。{% if order_name != '' %}订单 {{ order_name }} {% endif %}给您添麻烦了，非常抱歉。`;
const notYet = `{% if parcel_is == 'unsent' %}${unsent}{% elsif parcel_is == 'returning' %}${returning}{% else %}{% if carrier != '' %}据 {{ carrier }} 的消息{% else %}据承运商的消息{% endif %}，包裹还没有到您手中{% if parcel_status != '' %}（最新状态：{{ parcel_status }}）{% endif %}。{% endif %}`;
/** Where the parcel is, and what may be chosen because of that. */
const news = `{% if parcel_is == 'delivered' %}{% if carrier != '' %}{{ carrier }} {% else %}承运商{% endif %}告诉我们，包裹已于{{ delivered_on }}送达{% if tracking_number != '' %}（单号 {{ tracking_number }}）{% endif %}。请先向邻居、前台询问，并看看平时放包裹的地方。

如果没有找到，您可以选择：由我们重新寄一份，或者退款。直接回复告诉我您的选择即可；无论如何我都会向承运商查询。{% elsif parcel_is == 'returning' %}${returning}

您可以选择：等它回到我们这里后重新寄给您，或者退款。直接回复告诉我您的选择即可。{% elsif parcel_is == 'unsent' %}${unsent}

{% if order_is != 'cancelled' %}您可以选择：再等一等，或者退款。直接回复告诉我您的选择即可。{% else %}如果这不是您的意思，请回复告诉我，我来查明。{% endif %}{% else %}{% if carrier != '' %}包裹由 {{ carrier }} 承运{% if tracking_number != '' %}，单号 {{ tracking_number }}{% endif %}。{% endif %}{% if parcel_status != '' %}最新状态：{{ parcel_status }}。{% endif %}{% if expected != '' %}目前预计：{{ expected }}。{% else %}承运商还没有给出新的日期。{% endif %}

您可以选择：再等一等；如果一直不动，由我们重新寄一份；或者退款。直接回复告诉我您的选择即可。{% endif %}${soFar}`;

/** Simplified Chinese. */
export const zhCN: SituationTexts = {
  late: `${hello}

感谢您的来信。您的包裹{% if order_name != '' %}（订单 {{ order_name }}）{% endif %}早该到您手中，现在却还没有到。让您久等了，非常抱歉。

${news}

我会继续跟进，一有变化就写信告诉您。{% if tracking_url != '' %}您也可以随时在这里查看：{{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

感谢您的耐心。我查找了您的包裹{% if order_name != '' %}（订单 {{ order_name }}）{% endif %}{% if parcel_is == '' or parcel_is == 'lost' %}，很遗憾，我们只能认定它已经丢失。非常抱歉。{% else %}。{% endif %}

{% if parcel_is == '' or parcel_is == 'lost' %}{% if parcel_is == 'lost' and carrier != '' %}{{ carrier }} {% if tracking_number != '' %}单号 {{ tracking_number }} {% endif %}已经太久没有任何消息。{% endif %}您无需做任何事，向承运商查询和索赔由我们负责。

请选择适合您的办法：由我们承担费用重新寄出同样的商品，或者退回{% if refund_amount == '' %}您支付的全部款项{% if order_total != '' %}（{{ order_total }}）{% endif %}{% else %}其余款项{% endif %}。${soFar}{% else %}${news}{% endif %}

收到您的答复后，我会在当个工作日办理并向您确认。

${bye}`,
  damaged: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}如果您其实已经拿到，请看下面的办法。{% else %}感谢您告诉我们。您的订单{% if order_name != '' %} {{ order_name }}{% endif %} 到您手中时有损坏，本应完好无损，非常抱歉。{% endif %}

一张商品照片和一张包装照片有助于我们向承运商索赔。如果还没有发，请附在回信里。包装箱也请保留几天。

您可以选择：由我们承担费用换一件新的；退款；或者您留下它，我们退还部分货款。

知道您的选择后，我会在当个工作日开始处理。在此之前您不需要寄回任何东西。

${bye}`,
  wrong_item: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}如果您其实已经拿到，请看下面的办法。{% else %}感谢您的来信。您收到的和您订购的不一样{% if order_name != '' %}（订单 {{ order_name }}）{% endif %}。这是我们的失误，给您添麻烦了，非常抱歉。{% endif %}

能否告诉我包裹里是什么，最好附一张标签的照片？这样我马上就能查出哪里出了错。

您可以选择：我们立即寄出正确的商品，或者退款。无论哪种，寄回错发的商品都不用您花钱。

收到您的答复后，我会在当个工作日办理，并把寄回所需的东西发给您。

${bye}`,
  out_of_stock: `${hello}

{% if order_is == 'sent' %}感谢您的来信。您的订单{% if order_name != '' %} {{ order_name }}{% endif %} 已全部从我们这里寄出，但您现在想要的商品已经没有库存。非常抱歉。{% else %}感谢您的订单{% if order_name != '' %} {{ order_name }}{% endif %}。很遗憾，其中有商品已经没有库存，而我们的商店当时仍显示有货。非常抱歉。{% endif %}

您可以选择：等它到货；由我为您挑选一件相近的；或者退回这件商品的款项。{% if order_is == 'open' or order_is == '' %}订单里的其他商品照常寄出。{% endif %}

请回复告诉我您的选择。{% if order_is == 'open' or order_is == '' %}如果三个工作日内没有收到您的消息，我会把这件商品的款项退给您，以免耽误。{% endif %}

${bye}`,
  return_refund: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}{% if parcel_is == 'returning' %}您不需要再寄任何东西。{% else %}等您拿到以后，不合适的商品可以退回。{% endif %}{% else %}感谢您的来信。不合适的商品当然可以退回{% if order_name != '' %}（订单 {{ order_name }}）{% endif %}。没能让您满意，非常抱歉。{% endif %}

{% if returns_url != '' %}最快的办法是我们的退货页面：{{ returns_url }}。在您确认之前，它会逐件说明您能得到多少、需要多少费用。{% else %}请告诉我您想退回哪些商品以及原因，其余由我来准备。{% endif %}

您可以选择退款、店铺余额，或在我们提供的情况下换货。

{% if refund_amount != '' %}到目前为止，您收到的退款合计为 {{ refund_amount }}。{% endif %}包裹到我们这里后，我们会检查，并写信告诉您款项何时汇出；之后银行通常还需要几个工作日。

${bye}`,
  partial_refund: `${hello}

感谢您告诉我们{% if order_name != '' %}订单 {{ order_name }} {% endif %}的情况。我理解这让人不快，非常抱歉。

您不需要寄回任何东西。我想这样弥补：把部分货款退到您的付款方式，或者给您店铺余额用于下次购物。

请告诉我您更喜欢哪一种。我会在当个工作日办理，您会收到写明确切金额的确认邮件。${soFar}

如果两种都不合适，请告诉我怎样才合适，我们一起想办法。

${bye}`,
};
