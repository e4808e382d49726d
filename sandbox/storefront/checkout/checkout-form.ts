import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';

/** The countries the shop ships to, in the order of their names in English. */
export const shipsTo = ['AU', 'AT', 'CA', 'CN', 'FR', 'DE', 'JP', 'NL', 'PT', 'ES', 'SE', 'CH', 'GB', 'US'] as const;

/** A country the shop ships to. */
export type Country = (typeof shipsTo)[number];

const needsProvince = new Set(['AU', 'CA', 'CN', 'JP', 'US']);
const text = (most: number) => z.string().trim().max(most);
const required = (most: number) => text(most).min(1, 'required');

const shape = z
  .object({
    token: z.string().regex(/^[0-9a-f]{32}$/, 'required'),
    email: z.union([z.literal(''), z.email('email')]).default(''),
    phone: text(30).default(''),
    first_name: text(60).default(''),
    last_name: required(60),
    address1: required(120),
    address2: text(120).default(''),
    zip: text(16).default(''),
    city: required(80),
    province: text(20).transform((value) => value.toUpperCase()).default(''),
    country: z.enum(shipsTo, 'required'),
    shipping: z.enum(['standard', 'express', 'pickup', 'local']).default('standard'),
    discount: text(40).default(''),
    note: text(500).default(''),
  })
  .superRefine((form, issues) => {
    const complain = (path: string, message: string): void => issues.addIssue({ code: 'custom', path: [path], message });
    if (form.email === '' && form.phone === '') complain('email', 'contact');
    if (form.phone !== '' && !parsePhoneNumberFromString(form.phone, form.country)?.isValid()) complain('phone', 'phone');
    if (form.zip === '') complain('zip', 'required');
    if (needsProvince.has(form.country) && form.province === '') complain('province', 'required');
  })
  .transform((form) => ({ ...form, phone: parsePhoneNumberFromString(form.phone, form.country)?.number ?? '' }));

/** A filled order form; the phone is in E.164. */
export type CheckoutForm = z.infer<typeof shape>;

/** Checks the posted order form; `errors` names a message key per field. */
export function parseCheckoutForm(posted: Record<string, unknown>): { form: CheckoutForm } | { errors: Record<string, string> } {
  const result = shape.safeParse(posted);
  if (result.success) return { form: result.data };
  return { errors: Object.fromEntries(result.error.issues.map((issue) => [String(issue.path[0]), messageKey(issue.message)])) };
}

const known = new Set(['required', 'email', 'phone', 'contact']);
const messageKey = (message: string): string => (known.has(message) ? message : 'invalid');
