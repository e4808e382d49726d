import { userError, type UserError } from '#sandbox/world/user-error.ts';
import type { FlowTrigger } from './read-triggers.ts';

const limitBytes = 50_000;
const invalid = (what: string): UserError[] => [userError(['body'], `Errors validating schema:\n  ${what}\n`)];

/** What Shopify says against a firing; nothing where it takes it. */
export function checkFiring(triggers: ReadonlyMap<string, FlowTrigger>, handle: string | null, payload: unknown): UserError[] {
  if (!handle || payload === null || payload === undefined) return [userError(['handle'], '`handle` and `payload` arguments are required')];
  if (Buffer.byteLength(JSON.stringify(payload)) > limitBytes) return invalid(`Properties size exceeds the limit of ${limitBytes} bytes.`);
  const trigger = triggers.get(handle);
  if (!trigger) return invalid(`Invalid handle '${handle}'.`);
  if (typeof payload !== 'object' || Array.isArray(payload)) return invalid('Properties must be an object.');

  const given = new Map(Object.entries(payload));
  const missing = trigger.fields.find(({ key }) => !given.has(key));
  if (missing) return invalid(`Required field missing: '${missing.key}'.`);
  const unknown = [...given.keys()].find((key) => trigger.fields.every((field) => field.key !== key));
  if (unknown !== undefined) return invalid(`Unknown field: '${unknown}'.`);
  const wrong = trigger.fields.find(({ key, types }) => !types.includes(typeof given.get(key)));
  if (wrong) return invalid(`Invalid value for '${wrong.key}'.`);
  const reference = trigger.fields.find(({ key, types }) => types.length > 1 && !/^\d+$/.test(String(given.get(key))));
  return reference ? invalid(`Invalid value for '${reference.key}'.`) : [];
}
