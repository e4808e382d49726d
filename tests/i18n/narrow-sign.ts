const wide = '[\\u2018-\\u201f\\u3000-\\u9fff\\uff01-\\uffef]';
const value = '(?:\\{\\{[^}]*\\}\\})?';

/** A sign of European width beside a Chinese or Japanese word. */
export const narrowSign = new RegExp(`${wide}${value}[,:;?!()]|[,:;?!()]${value}${wide}`, 'u');
