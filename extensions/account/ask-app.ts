import { appUrl } from './app-url.ts';

/** What came of asking: an answer, or which kind of none. */
export type Answer<Told> = { is: 'told'; told: Told } | { is: 'signed-out' } | { is: 'unknown' } | { is: 'failed' };

/** Asks the app as the customer who looks at the page. Never throws: what fails is an answer too. */
export async function askApp<Told>(path: string, token: () => Promise<string>): Promise<Answer<Told>> {
  try {
    const answer = await fetch(`${appUrl}${path}`, { headers: { authorization: `Bearer ${await token()}` } });
    if (answer.ok) return { is: 'told', told: (await answer.json()) as Told };
    if (answer.status === 403) return { is: 'signed-out' };
    return { is: answer.status === 404 ? 'unknown' : 'failed' };
  } catch {
    return { is: 'failed' };
  }
}
