/**
 * Why a label could not be made. `key`: the account does not let us in; `funds`: it has no money; `address`: the customer's or the shop's is
 * not good enough; `destination`: the parcel would cross a customs border; `no_rate`: no allowed carrier takes it; `not_open`: its return is
 * not open; `silent`: no answer; `refused`: anything else, in the service's words.
 */
export const labelProblems = ['key', 'funds', 'address', 'destination', 'no_rate', 'not_open', 'refused', 'silent'] as const;
export type LabelProblem = (typeof labelProblems)[number];

/** The service answered, and did not do it: nothing happened and nothing is charged. */
export class LabelRefused extends Error {
  readonly problem: LabelProblem;

  constructor(problem: LabelProblem, words: string) {
    super(words);
    this.name = 'LabelRefused';
    this.problem = problem;
  }
}

/** No sensible answer came: it may have happened. */
export class ServiceSilent extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'ServiceSilent';
  }
}
