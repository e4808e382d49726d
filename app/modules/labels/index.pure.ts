export { wayBackChoice } from './way-back-choice.ts';
export { wayBackKinds, type WayBackChoice, type WayBackKind } from './way-back.ts';
