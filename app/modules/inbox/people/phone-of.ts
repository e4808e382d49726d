import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number as people write it, with its country, in E.164: also where a zero stands in brackets that is not dialled from abroad. Null for what is none. */
export function phoneOf(typed: string): string | null {
  const read = parsePhoneNumberFromString(typed.trim().replace(/^00/, '+'), { extract: false });
  return read?.isPossible() ? read.number : null;
}
