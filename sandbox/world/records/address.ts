import type { Gid } from '#sandbox/contract.ts';

/** A postal address as Shopify keeps it on customers and orders. */
export interface AddressRecord {
  id: Gid;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  zip: string | null;
  country: string | null;
  countryCode: string | null;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** A free key and value on an order or a line. */
export interface AttributeRecord {
  key: string;
  value: string | null;
}
