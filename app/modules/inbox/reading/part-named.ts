/** The Content-ID that an address of a mail's page names, without its `cid:`: in addresses it stands escaped (RFC 2392), though many programs leave it as it is. */
export function partNamed(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
