import { expect, it } from 'vitest';
import { NumberField } from '#app/ui/number-field.tsx';
import { render, textOf } from './stage.tsx';

it.each([
  [0, 'This is too small', 'At least 1'],
  [721, 'This is too large', 'At most 720'],
  [Number.NaN, 'Enter a whole number', 'Enter a whole number'],
  [24, 'Somebody else says no', 'Somebody else says no'],
])('a number field that was sent back with %d says what would do, where it knows', (value, error, said) => {
  const text = textOf(render({ children: <NumberField label="Hours" value={value} min={1} max={720} error={error} onChange={() => undefined} /> }));
  expect(text).toContain(said);
  expect(textOf(render({ children: <NumberField label="Hours" value={value} min={1} max={720} onChange={() => undefined} /> }))).not.toContain(said);
});
