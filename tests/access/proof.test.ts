import { describe, expect, it } from 'vitest';
import { accessSetting, allows, proofs, type Access, type Asked } from '#app/modules/access/index.server.ts';

const opened = (askForCode: Access['askForCode']) =>
  Object.fromEntries(proofs.map((proof) => [proof, (['parcel', 'order', 'personal', 'action'] satisfies Asked[]).filter((what) => allows(proof, what, { askForCode }))]));
const everything = ['parcel', 'order', 'personal', 'action'];

describe('what a proof opens', () => {
  it('where no code is asked for: number and contact open everything', () => {
    expect(opened('never')).toEqual({ number: ['parcel'], order: everything, full: everything });
  });

  it('where a code is asked for personal details and actions, as it is until the merchant chooses', () => {
    expect(accessSetting.initial).toEqual({ askForCode: 'personal' });
    expect(opened('personal')).toEqual({ number: ['parcel'], order: ['parcel', 'order'], full: everything });
  });

  it('where a code is always asked for: number and contact open no more than the parcel', () => {
    expect(opened('always')).toEqual({ number: ['parcel'], order: ['parcel'], full: everything });
  });
});
