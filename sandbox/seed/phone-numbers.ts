import type { Random } from './random.ts';

const mobile: Record<string, (random: Random) => string> = {
  US: (random) => `+1${random.pick(['503', '720', '512', '206', '312'])}555${random.digits(4)}`,
  CA: (random) => `+1${random.pick(['514', '604'])}555${random.digits(4)}`,
  GB: (random) => `+447400${random.digits(6)}`,
  DE: (random) => `+49151${random.between(20, 29)}${random.digits(6)}`,
  FR: (random) => `+33612${random.digits(6)}`,
  ES: (random) => `+34612${random.digits(6)}`,
  JP: (random) => `+8190${random.between(1000, 9999)}${random.digits(4)}`,
  CN: (random) => `+86138${random.digits(8)}`,
  PT: (random) => `+35191${random.between(2, 9)}${random.digits(6)}`,
};

/** A mobile number of that country in E.164. */
export function mobileNumber(country: string, random: Random): string {
  const make = mobile[country];
  if (!make) throw new Error(`No phone numbers for ${country}`);
  return make(random);
}
