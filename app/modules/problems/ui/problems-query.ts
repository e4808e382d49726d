import { problemKinds, type ProblemKind } from '../problem-kinds.ts';

export const shownStates = ['open', 'closed', 'all'] as const;
export type ShownState = (typeof shownStates)[number];

/** What the list of reports shows, exactly as its address says it; open ones unless it says otherwise. */
export interface ProblemsQuery {
  state: ShownState;
  kind: ProblemKind | null;
  /** The page begins after this place. */
  after: string | null;
}

/** Reads the list's address; what it does not know is left out. */
export function readProblemsQuery(params: URLSearchParams): ProblemsQuery {
  return {
    state: shownStates.find((state) => state === params.get('state')) ?? 'open',
    kind: problemKinds.find((kind) => kind === params.get('kind')) ?? null,
    after: params.get('after'),
  };
}

/** The address of the list under this query. */
export function problemsPath({ state, kind, after }: ProblemsQuery): string {
  const params = new URLSearchParams();
  if (state !== 'open') params.set('state', state);
  if (kind) params.set('kind', kind);
  if (after) params.set('after', after);
  const written = params.toString();
  return written === '' ? '/app/problems' : `/app/problems?${written}`;
}
