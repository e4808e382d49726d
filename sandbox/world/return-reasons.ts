import { gid } from './gid.ts';
import type { ReturnReasonRecord } from './records.ts';

/** The beginning of Shopify's library, which is the same with the same ids in every shop; the first ten suit every product. */
const LIBRARY: readonly [handle: string, name: string][] = [
  ['unknown', 'Unknown'],
  ['changed-my-mind', 'Changed my mind'],
  ['item-not-as-described', 'Item not as described'],
  ['received-the-wrong-item', 'Received the wrong item'],
  ['other-reason', 'Other'],
  ['damaged-or-defective', 'Damaged or defective'],
  ['too-small', 'Too small'],
  ['too-big', 'Too big'],
  ['style', 'Style'],
  ['color', 'Color'],
  ['absorbency', 'Absorbency'],
  ['academic-level', 'Academic level'],
  ['accuracy', 'Accuracy'],
  ['adhesion', 'Adhesion'],
  ['adhesive', 'Adhesive'],
  ['adhesive-strength', 'Adhesive strength'],
  ['adjustability', 'Adjustability'],
  ['age-range', 'Age range'],
  ['amperage', 'Amperage'],
  ['angle', 'Angle'],
];

/** The return reasons of a shop. */
export function returnReasons(): ReturnReasonRecord[] {
  return LIBRARY.map(([handle, name], index) => ({ id: gid('ReturnReasonDefinition', index + 1), handle, name, deleted: false }));
}

/** The reasons offered for a product: Shopify goes by its category, which the sandbox does not keep. */
export function isSuggested(reason: ReturnReasonRecord): boolean {
  return !reason.deleted && LIBRARY.slice(1, 10).some(([handle]) => handle === reason.handle);
}
