import { z } from 'zod';
import { isNumericId } from '#app/kernel/ids.ts';
import { dispositions, findings, grades, type FoundUnits } from './finding.ts';

const longestWords = 500;
const id = z.string().refine(isNumericId);
const words = z.string().trim().max(longestWords).nullable().transform((said) => said || null);

const found: z.ZodType<FoundUnits> = z
  .object({
    lineId: id,
    quantity: z.number().int().min(1).max(100_000),
    finding: z.enum(findings),
    grade: z.enum(grades).nullable(),
    disposition: z.enum(dispositions),
    locationId: id.nullable(),
    accepted: z.boolean(),
    refusal: words,
    note: words,
  })
  .refine((row) => row.disposition !== 'RESTOCKED' || row.locationId !== null, { path: ['locationId'] })
  .refine((row) => row.accepted || row.refusal !== null, { path: ['refusal'] })
  .refine((row) => (row.finding === 'missing') === (row.disposition === 'MISSING'), { path: ['disposition'] })
  .transform((row) => ({ ...row, refusal: row.accepted ? null : row.refusal, grade: row.finding === 'good' || row.finding === 'damaged' ? row.grade : null }));

const form = z.object({ key: z.uuid(), rows: z.array(found).min(1).max(200) });

/** Reads what somebody found in a return, which its form sends as one text; answers the names of the fields that cannot be read. */
export function readReceiveForm(data: FormData): { key: string; rows: FoundUnits[] } | { invalid: string[] } {
  const read = form.safeParse({ key: data.get('key'), rows: jsonOf(data.get('rows')) });
  return read.success ? read.data : { invalid: read.error.issues.map(({ path }) => path.join('.')) };
}

function jsonOf(value: FormDataEntryValue | null): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : null;
  } catch {
    return null;
  }
}
