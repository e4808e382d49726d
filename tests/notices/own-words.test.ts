import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWords } from '#app/modules/own-words/index.server.ts';
import { readMarkup } from '../../app/modules/own-words/markup.ts';
import { renderWords } from '#app/modules/own-words/index.server.ts';
import { trials } from '../../app/modules/notices/own-words/variables.ts';

const good = { subject: 'Order {{ order_name }}', heading: 'Hello', body: 'One <strong>word</strong>.\n\nSee <a href="https://example.com/a?b=1">here</a>{% if carrier != "" %} ({{ carrier }}){% endif %}.' };
const [values] = trials;
if (!values) throw new Error('There are no values to try words with.');
const inBody = (body: string) => checkWords({ ...good, body }, trials).map(({ part, line, problem, detail }) => [part, line, problem, detail]);

describe('a merchant’s words', () => {
  it('become a subject, a heading and paragraphs of words', () => {
    expect(checkWords(good, trials)).toEqual([]);
    expect(renderWords(good, values)).toEqual({
      subject: 'Order #1001',
      heading: 'Hello',
      paragraphs: [
        [{ text: 'One ' }, { text: 'word', strong: true }, { text: '.' }],
        [{ text: 'See ' }, { text: 'here', href: 'https://example.com/a?b=1' }, { text: ' (DHL).' }],
      ],
    });
  });

  it('take values as words, whatever they look like', () => {
    const odd = { ...values, order_name: '<b>&amp;</b>{{ shop_name }}' };
    expect(renderWords({ ...good, body: '{{ order_name }}' }, odd)).toMatchObject({ subject: 'Order <b>&amp;</b>{{ shop_name }}' });
    expect(renderWords({ ...good, body: '{{ order_name }}' }, odd).paragraphs[0]?.map(({ text }) => text).join('')).toBe('<b>&amp;</b>{{ shop_name }}');
  });

  it.each<[string, string, number, string]>([
    ['a variable nobody knows', 'Hello\n\n{{ customer_name }}', 3, 'unknown_variable'],
    ['a variable nobody knows inside a condition', '{% if vip %}Hello{% endif %} x', 1, 'unknown_variable'],
    ['a tag that is not closed', 'Hello\n{% if carrier %}x', 2, 'syntax'],
    ['a filter that is not offered', '{{ carrier | raw }}', 1, 'syntax'],
    ['a tag that reads files', '{% include "secret" %}', 1, 'syntax'],
    ['a script', 'Hello\n\n\nand <script>alert(1)</script>', 4, 'forbidden_markup'],
    ['a handler', '<b onclick="x">a</b>', 1, 'forbidden_markup'],
    ['a link to a script', '<a href="javascript:alert(1)">a</a>', 1, 'forbidden_markup'],
    ['markup put together from pieces', '{{ "<" }}script> <{{ "script" }}>', 1, 'forbidden_markup'],
    ['markup that is not closed', 'a <strong>b', 1, 'forbidden_markup'],
    ['a picture', 'x\n<img src="https://example.com/a.png">', 2, 'forbidden_markup'],
  ])('with %s are refused with the line and the reason', (_, body, line, problem) => {
    expect(inBody(body)[0]?.slice(0, 3)).toEqual(['body', line, problem]);
  });

  it.each(['tracking_url', 'choice_url', 'review_url'])('may lead to {{ %s }}, and then do', (name) => {
    const body = `See <a href="{{ ${name} }}">here</a>.`;
    expect(inBody(body)).toEqual([]);
    const address = { ...values, [name]: 'https://shop.example.com/track?key=1&mark=2' };
    expect(renderWords({ ...good, body }, address).paragraphs[0]?.[1]).toEqual({ text: 'here', href: 'https://shop.example.com/track?key=1&mark=2' });
  });

  it.each(['carrier', 'order_name', '"javascript:alert(1)"', 'expected'])('may not lead to {{ %s }}, which is no address', (value) => {
    expect(inBody(`Hello\n\n<a href="{{ ${value} }}">here</a>`)[0]?.slice(0, 3)).toEqual(['body', 3, 'forbidden_markup']);
  });

  it('of which nothing is left for some customers are refused', () => {
    expect(inBody('{{ carrier }}')[0]).toEqual(['body', 1, 'empty', '']);
    expect(checkWords({ ...good, subject: ' ' }, trials)).toEqual([{ part: 'subject', line: 1, problem: 'empty', detail: '' }]);
  });

  it('that would keep a worker busy are refused', () => {
    expect(inBody('{% for a in (1..100000000) %}{% for b in (1..100000000) %}x{% endfor %}{% endfor %}')[0]?.[2]).toBe('not_rendered');
  });

  it('come out as words only, whatever anybody writes: never a link but to https or mailto', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<', '>', '</', 'a', ' href="', 'https://x.y', 'javascript:', '"', 'b', '<b>', '</b>', '&lt;', 'script', '\n\n', ' '), { maxLength: 14 }), (parts) => {
        try {
          for (const { href } of readMarkup(parts.join('')).flat()) expect(href ?? 'https://').toMatch(/^(https:\/\/|mailto:)/);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ForbiddenMarkup' });
        }
      }),
    );
  });
});
