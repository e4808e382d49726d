// What dates and pages are reckoned with. It rests on no other room but the settings, so that every room may ask.
export { peakSetting, type PeakProfile } from './profile.ts';
export { stretchesOf, stretchFor, type Stretch } from './stretches.ts';
