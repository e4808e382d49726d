import { pictureLimits } from '#app/platform/files/picture-limits.ts';
import { contactLimits, type ContactProblem } from '../contact-form.ts';
import type { ContactVisit } from './contact-visit.ts';

/** What is wrong with a field, and how it is mended, tied to it by its name; nothing where it is well. */
export function Fault({ visit: { say }, name, problem }: { visit: Pick<ContactVisit, 'say'>; name: string; problem: ContactProblem | 'filesLost' | undefined }) {
  if (!problem) return null;
  const limits = { most: problem === 'tooLong' ? contactLimits.message : contactLimits.files, megabytes: pictureLimits.bytes / 1024 / 1024 };
  return (
    <p className="ac-error" id={`ac-${name}-error`}>
      {say(`problem.${problem}`, limits)}
    </p>
  );
}
