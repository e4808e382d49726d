/** What we know of a carrier that does not depend on a parcel. */
export interface Carrier {
  /** As customers know it. */
  name: string;
  /** Other spellings, first of all those of Shopify's list of tracking companies; compared without case, accents and punctuation. */
  aliases?: readonly string[];
  /** Where it takes parcels in, as ISO codes; absent where it works everywhere. */
  countries?: readonly string[];
  /** Its page about one parcel: `{number}`, `{language}` (`de`, or as in `languages`) and `{locale}` (`de_DE`) are filled in. */
  link?: string;
  /** The same where the recipient's `{zip}` (and `{country}`) are known and spare the customer a form. */
  linkWithZip?: string;
  /** The languages its page speaks, the first by default; English where absent. */
  languages?: readonly [string, ...string[]];
  /** Carriers of one house answer for one another's numbers. */
  family?: string;
  /** The country suffixes of S10 numbers that this post issues. */
  issues?: readonly string[];
  /** It hands its parcels to local carriers, so that a merchant may well have written another carrier's number. */
  handsOver?: true;
}
