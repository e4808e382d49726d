import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addressWithToken, readReplyToken, replyToken } from '#app/modules/inbox/replies/reply-token.ts';

const secret = 'a secret of the app';
const asked = { shopId: 7, secrets: [secret] };

describe('a reply token', () => {
  test('says which conversation is answered, from an address and from a Message-ID', () => {
    for (const answered of [{ ticketId: 1, sideId: null }, { ticketId: 123_456_789, sideId: null }, { ticketId: 40, sideId: '00000000-0000-4000-8000-00000000000f' }, { ticketId: 12, sideId: randomUUID() }]) {
      const token = replyToken(7, answered, secret);
      expect(readReplyToken(`support+${token}@nordlicht.example`, asked)).toEqual(answered);
      expect(readReplyToken(`Nordlicht <support+${token}@nordlicht.example>`, asked)).toEqual(answered);
      expect(readReplyToken(`<${token}.9f3a@nordlicht.example>`, asked)).toEqual(answered);
      expect(readReplyToken(`<${token.toUpperCase()}.9F3A@NORDLICHT.EXAMPLE>`, asked)).toEqual(answered);
    }
  });

  test('of another shop, another ticket or another secret says nothing', () => {
    const token = replyToken(7, { ticketId: 12, sideId: null }, secret);
    expect(readReplyToken(`care+${token}@x.example`, { shopId: 8, secrets: [secret] })).toBeNull();
    expect(readReplyToken(`care+${token.replace('t12-', 't13-')}@x.example`, asked)).toBeNull();
    expect(readReplyToken(`care+${token}@x.example`, { shopId: 7, secrets: ['another'] })).toBeNull();
    expect(readReplyToken(`care+${token}@x.example`, { shopId: 7, secrets: ['another', secret] })).toEqual({ ticketId: 12, sideId: null });
    const side = replyToken(7, { ticketId: 12, sideId: randomUUID() }, secret);
    expect(readReplyToken(`care+${side.replace(/s[0-9a-z]{25}/, '')}@x.example`, asked)).toBeNull();
  });

  test('is read from nothing that only looks like one', () => {
    for (const text of ['', 'care@x.example', '<t12-abc@x.example>', `care+t12-${'0'.repeat(16)}@x.example`, 't'.repeat(100_000), `<${'t1-'.repeat(5_000)}>`]) expect(readReplyToken(text, asked)).toBeNull();
  });

  test('is left out of an address whose name would be longer than mail allows', () => {
    const token = replyToken(7, { ticketId: 123_456, sideId: randomUUID() }, secret);
    expect(addressWithToken('support@nordlicht.example', token)).toBe(`support+${token}@nordlicht.example`);
    expect(addressWithToken('the-people-who-care-for-you@nordlicht.example', token)).toBeNull();
  });
});
