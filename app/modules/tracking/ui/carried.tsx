import type { Visit } from './visit.ts';

/** The visitor's language as it goes on from step to step: the one they picked, else the storefront's. */
export function languageOf({ chosen, storefront }: Pick<Visit, 'chosen' | 'storefront'>): Readonly<Record<string, string>> {
  if (chosen) return { lang: chosen };
  return storefront ? { locale: storefront } : {};
}

/** What a form of the page carries on unseen: the visitor's language, and whatever else it is given. */
export function Carried({ visit, fields }: { visit: Visit; fields: Readonly<Record<string, string>> }) {
  const all = { ...fields, ...languageOf(visit), ...(visit.pending ? { pending: visit.pending } : {}) };
  return Object.entries(all).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

interface StepProps {
  visit: Visit;
  fields: Readonly<Record<string, string>>;
  label: string;
  quiet?: boolean;
}

/** One step further as a form of nothing but its button: the proof travels in the form, never in an address. */
export function StepForm({ visit, fields, label, quiet = false }: StepProps) {
  return (
    <form method="post" action={visit.address}>
      <Carried visit={visit} fields={fields} />
      <button className={quiet ? 'ac-button ac-quiet button button--secondary' : 'ac-button button'} type="submit">
        {label}
      </button>
    </form>
  );
}
