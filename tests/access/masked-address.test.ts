import { expect, it } from 'vitest';
import { maskedAddress } from '#app/modules/access/masked-address.ts';

it.each([
  ['ada@example.com', 'a•••@e•••.com'],
  ['a@b.co.uk', 'a•••@b•••.uk'],
  ['ada@mail.example.com', 'a•••@m•••.com'],
  ['ada@localhost', 'a•••@l•••'],
  ['"odd@name"@example.com', '"•••@e•••.com'],
  ['😀x@example.com', '😀•••@e•••.com'],
  ['no address', null],
  ['@example.com', null],
  ['', null],
  [null, null],
])('of %j its owner recognises %j', (email, masked) => expect(maskedAddress(email)).toBe(masked));
