import { lexemes } from '../../app/kernel/text.ts';

/** A sentence somebody might write, and the words it is found by. */
export interface Sentence {
  text: string;
  words: string[];
}

const told = 'parcel order refund size colour address delivery tracking label return exchange invoice payment card broken missing wrong late lost item jacket shirt shoes lamp box note gift voucher customs courier depot neighbour signature'.split(' ');
const small = 'the a i you it is was and to of in my for not have has with that this on at we please when where still yet because would like thank hello'.split(' ');
const starts = 'b c d f g h k l m n p r s t v w br cl dr fl gr pl st tr'.split(' ');
const middles = 'a e i o u ai ea oo ou'.split(' ');
const ends = 'b d g k l m n p r s t x nd rk st mp'.split(' ');
const han = '我的包裹已经十天没有更新了请帮查一下订单退款换货地址电话尺码颜色发票快递还到收货破损丢失错误优惠券谢您好什么时候可以处理申请客服联系物流单号海关税费邻居签字门口盒子礼物外套鞋灯衣服店铺付款银行卡取消修改寄出仓库缺少数量说明质量问题希望尽快回复非常满意失望等待星期一二三四五六七八九早上晚'.split('');

/** So many different sentences, always the same: a few words in most of them, most words in few. Every fifth is Chinese. */
export function makeSentences(count: number): Sentence[] {
  const random = seeded(7);
  const words = [...small, ...told, ...Array.from({ length: 5_000 }, () => invented(random))];
  return Array.from({ length: count }, (_, n) => {
    const text = n % 5 === 4 ? chinese(random) : `${Array.from({ length: 8 + Math.floor(random() * 7) }, () => pick(words, zipf(random))).join(' ')}.`;
    return { text, words: lexemes(text) };
  });
}

function chinese(random: () => number): string {
  return `${Array.from({ length: 10 + Math.floor(random() * 10) }, () => pick(han, random())).join('')}。`;
}

function invented(random: () => number): string {
  const parts = 1 + Math.ceil(random() * 2);
  return Array.from({ length: parts }, () => pick(starts, random()) + pick(middles, random()) + pick(ends, random())).join('');
}

function pick(from: readonly string[], share: number): string {
  return from[Math.min(from.length - 1, Math.floor(share * from.length))] ?? '';
}

/** Near nought far more often than near one. */
const zipf = (random: () => number) => random() ** 3.2;

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
