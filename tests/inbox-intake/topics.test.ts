import { describe, expect, it } from 'vitest';
import { topicOf } from '#app/modules/inbox/intake/topic-of.ts';
import { threadTime } from '#tests/harness/thread-time.ts';

const of = (text: string, subject = '') => {
  const { priority, priorityReason } = topicOf(subject, text);
  return [priority, priorityReason];
};
const high = (reason: string) => ['high', reason];

describe('what cannot wait', () => {
  it.each([
    'my parcel of order #1037 is lost', 'Order 1034 is LOST.', 'The package for my order no. 1034 (DHL 00340434161094042557) seems to be lost', 'my parcel (order #1037) must have been stolen', 'My order\n1037 has gone missing',
    'Meine Bestellung 1037 ist verloren', 'Das Paket zur Bestellung #1037 ist wohl verschwunden', 'Mon colis de la commande #1037 est perdu', 'Ma commande 1037 semble perdue', 'El paquete del pedido #1037 se ha perdido', 'Mi pedido 1037 está perdido',
    'A encomenda 1037 foi extraviada', 'A minha encomenda #1037 perdeu-se', '订单 #1037 的包裹丢了', '我的快递1037好像弄丢了', '注文 #1037 の荷物が紛失したようです',
  ])('is a parcel that is lost, whatever stands between the words: “%s”', (text) => expect(of(text)).toEqual(high('lost_parcel')));

  it.each([
    'I will dispute the charge with my bank.', 'I am going to open a PayPal dispute', 'I already filed a claim with my bank', 'My credit card company will reverse it, I asked for a charge back', 'Ich lasse das Geld zurückbuchen', 'Dann mache ich eine Rückbuchung', 'Ich melde einen Fall beim Käuferschutz',
    'Je vais contester le paiement', 'Je fais opposition auprès de ma banque', 'Voy a disputar el cargo', 'Abriré una disputa en PayPal', 'Vou contestar o pagamento', 'Abro uma disputa no PayPal', '我要向银行申诉', '我会申请信用卡拒付', 'チャージバックします', 'カード会社に異議を申し立てます',
  ])('is a payment that is disputed: “%s”', (text) => expect(of(text)).toEqual(high('payment')));

  it.each([
    'THIRD time I write', 'This is the third time that I am writing to you', 'My 4th email about this', 'Still no answer from you!', 'Nobody replies to me', 'I will leave a bad review', 'I will take you to court', 'Das ist meine dritte Mail', 'Ich schreibe zum dritten Mal', 'Immer noch keine Antwort', 'Dann sehen wir uns vor Gericht',
    'C’est la troisième fois que je vous écris', 'Toujours pas de réponse', 'Ceci vaut mise en demeure', 'Es la tercera vez que le escribo', 'Sigo sin respuesta', 'Pondré una mala reseña', 'É a terceira vez que vos escrevo', 'Continuo sem resposta', '这是第三次写信给你们', '一直没有回复', '再不处理我就给差评', 'これで3回目のメールです', 'まだ返信がありません', '法的措置を取ります',
  ])('is somebody who was not heard, or who goes elsewhere with it: “%s”', (text) => expect(of(text)).toEqual(high('complaint')));

  it('is said by the gravest of several', () => {
    const text = 'THIRD time I write and nobody answers.\nOrder 1034 is\nLOST. If I have no refund tomorrow I dispute the charge with my bank and you get a bad review.';
    expect(of(text)).toEqual(high('payment'));
    expect(of('Order 1034 is LOST. Third time I write.')).toEqual(high('lost_parcel'));
  });
});

it.each([
  'This is the third time I order from you, and I love it', 'Please ignore my last email', 'I lost my order number. Where is my parcel?', 'My parcel of order #1037 arrived, thank you', 'I wrote from my second email address', 'Ich schicke das Buch zurück', 'Ich bestelle schon zum dritten Mal bei Ihnen', 'Bitte ignorieren Sie meine letzte Mail',
  'C’est la troisième fois que je commande chez vous', 'Es la tercera vez que compro aquí', '第三次购买了,很满意', '三度目の注文です', 'Is there a dispute about the size?', 'Can you charge my card again?',
])('what can wait is left as it is: “%s”', (text) => expect(of(text)).toEqual(['normal', null]));

it('takes no time, however a text repeats itself', () => {
  const began = threadTime();
  of('order of the order of the parcel #1 #2 #3 ( ( ,'.repeat(200));
  expect(threadTime() - began).toBeLessThan(500);
});
