/** What somebody is known by where they write. */
export interface Handle {
  kind: 'email' | 'phone' | 'customer';
  /** Lower-case address, E.164 number, Shopify's number of the customer. */
  value: string;
}
