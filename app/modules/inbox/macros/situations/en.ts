import type { SituationTexts } from './situation.ts';

const hello = `Hello{% if first_name != '' %} {{ first_name }}{% endif %},`;
const bye = `{% if signature == '' %}Kind regards,\n{{ agent_name }}\n{{ shop_name }}{% endif %}`;

const unsent = `{% if order_is == 'cancelled' %}It was cancelled: nothing of it is on its way to you.{% else %}It has not left us yet.{% endif %}`;
const returning = `{% if carrier != '' %}{{ carrier }} tells us{% else %}We are told{% endif %} that it is on its way back to us{% if tracking_number != '' %} (number {{ tracking_number }}){% endif %}.`;
const soFar = `{% if refund_amount != '' %} So far {{ refund_amount }} has been paid back to you.{% endif %}`;
const trouble = `Thank you for writing, and I am sorry for the trouble{% if order_name != '' %} with your order {{ order_name }}{% endif %}.`;
const notYet = `{% if parcel_is == 'unsent' %}${unsent}{% elsif parcel_is == 'returning' %}${returning}{% else %}{% if carrier != '' %}By what {{ carrier }} tells us{% else %}By what we are told{% endif %} it is not with you yet{% if parcel_status != '' %} (latest state: {{ parcel_status }}){% endif %}.{% endif %}`;
/** Where the parcel is, and what may be chosen because of that. */
const news = `{% if parcel_is == 'delivered' %}{% if carrier != '' %}{{ carrier }} tells us{% else %}We are told{% endif %} that it was delivered on {{ delivered_on }}{% if tracking_number != '' %} (number {{ tracking_number }}){% endif %}. Please look with your neighbours, at the reception and where parcels are left at your place.

If it is not there you can choose: we send it again, or you have your money back. Just answer with what you prefer; I take it up with the carrier in any case.{% elsif parcel_is == 'returning' %}${returning}

You can choose: we send it again as soon as it is with us, or you have your money back. Just answer with what you prefer.{% elsif parcel_is == 'unsent' %}${unsent}

{% if order_is != 'cancelled' %}You can choose: wait for it, or have your money back. Just answer with what you prefer.{% else %}If you did not want that, just answer and I look into it.{% endif %}{% else %}{% if carrier != '' %}It is with {{ carrier }}{% if tracking_number != '' %} under the number {{ tracking_number }}{% endif %}. {% endif %}{% if parcel_status != '' %}Its latest state: {{ parcel_status }}. {% endif %}{% if expected != '' %}It is now expected {{ expected }}.{% else %}The carrier has not named a new day yet.{% endif %}

You can choose: wait for it, have us send it again if it does not move any more, or have your money back. Just answer with what you prefer.{% endif %}${soFar}`;

/** English. */
export const en: SituationTexts = {
  late: `${hello}

Thank you for writing. You expected your parcel{% if order_name != '' %} for order {{ order_name }}{% endif %} by now, and it is not there. I am sorry for the wait.

${news}

I keep an eye on it and write to you as soon as anything changes.{% if tracking_url != '' %} You can follow it here at any time: {{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

Thank you for your patience. I have looked into your parcel{% if order_name != '' %} for order {{ order_name }}{% endif %}{% if parcel_is == '' or parcel_is == 'lost' %}, and I have to tell you that we must take it for lost. I am very sorry.{% else %}.{% endif %}

{% if parcel_is == '' or parcel_is == 'lost' %}{% if parcel_is == 'lost' and carrier != '' %}There has been no sign of it at {{ carrier }}{% if tracking_number != '' %} under {{ tracking_number }}{% endif %} for too long. {% endif %}You do not have to do anything about that: the inquiry with the carrier is ours.

Please choose what suits you better: we send the same goods again at our cost, or we pay {% if refund_amount == '' %}everything back{% if order_total != '' %} ({{ order_total }}){% endif %}{% else %}the rest back{% endif %}.${soFar}{% else %}${news}{% endif %}

As soon as I have your answer I set it going the same working day and confirm it to you.

${bye}`,
  damaged: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} If you have it in your hands all the same, the following is for you.{% else %}Thank you for telling us, and I am sorry that your order{% if order_name != '' %} {{ order_name }}{% endif %} reached you damaged. It should have arrived whole.{% endif %}

A photo of the goods and one of the box help us to claim it from the carrier. If you have not sent them yet, simply attach them to your answer. Please keep the box for a few days.

You can choose: a new one at our cost, your money back, or you keep it as it is and we give you part of the price back.

Once I know what you prefer I begin the same working day. You need not send anything back before you hear from me.

${bye}`,
  wrong_item: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} If you have it in your hands all the same, the following is for you.{% else %}Thank you for writing. You received something other than you ordered{% if order_name != '' %} with {{ order_name }}{% endif %}. That was our mistake, and I am sorry for the trouble.{% endif %}

Could you tell me what is in the parcel, best with a photo of its label? Then I see at once where it went wrong.

You can choose: we send the right goods straight away, or you get your money back. The way back of what came by mistake costs you nothing either way.

As soon as I have your answer, I arrange it the same working day and send you what you need for the way back.

${bye}`,
  out_of_stock: `${hello}

{% if order_is == 'sent' %}Thank you for writing. Everything in your order{% if order_name != '' %} {{ order_name }}{% endif %} has left us, but of what you would like to have now nothing is in stock any more. I am sorry about that.{% else %}Thank you for your order{% if order_name != '' %} {{ order_name }}{% endif %}. I have to tell you that something in it is no longer in stock, although our shop still showed it. I am sorry about that.{% endif %}

You can choose: wait until it is back, take something similar that I pick out for you, or have the money for it back.{% if order_is == 'open' or order_is == '' %} Everything else in your order goes out as planned.{% endif %}

Please answer with what you prefer.{% if order_is == 'open' or order_is == '' %} If I do not hear from you within three working days I pay the price of it back to you, so that nothing is held up.{% endif %}

${bye}`,
  return_refund: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}{% if parcel_is == 'returning' %} You need not send anything more.{% else %} As soon as it is with you, you can send back what does not suit you.{% endif %}{% else %}Thank you for writing. Of course you can send back what does not suit you{% if order_name != '' %} from order {{ order_name }}{% endif %}. I am sorry that it was not what you hoped for.{% endif %}

{% if returns_url != '' %}The quickest way is our returns page: {{ returns_url }}. It shows for each item what you get back and what it costs before you confirm anything.{% else %}Tell me which items you would like to send back and why, and I prepare everything for you.{% endif %}

You can choose between your money back, store credit, or an exchange where we offer it.

{% if refund_amount != '' %}So far {{ refund_amount }} has been paid back to you. {% endif %}Once your parcel is with us we check it and tell you by mail when the money leaves; your bank then usually needs a few working days.

${bye}`,
  partial_refund: `${hello}

Thank you for telling us how it was{% if order_name != '' %} with your order {{ order_name }}{% endif %}. I understand that it is annoying, and I am sorry.

You do not have to send anything back. Instead I would like to make up for it: you can have part of the price back to the means you paid with, or store credit for your next order.

Please tell me which of the two you prefer. I then arrange it the same working day, and you get a confirmation by mail with the exact amount.${soFar}

If neither is right for you, tell me what would be; we will find a way.

${bye}`,
};
