import type { Visit } from './visit.ts';

/** The way in by signing in; nothing where a shop's customers cannot. */
export function SignInWay({ visit }: { visit: Visit }) {
  if (!visit.signIn) return null;
  return (
    <p>
      <a className="ac-link" href={visit.signIn.address}>
        {visit.signIn.label}
      </a>
    </p>
  );
}
