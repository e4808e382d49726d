import '@remix-run/node';

/** Loaders' answers reach their screens with dates as dates; the types have to be told. */
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
