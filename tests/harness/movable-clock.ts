/** A clock that runs with the machine's, moved by hand. */
export class MovableClock {
  offset = 0;
  now(): Date {
    return new Date(Date.now() + this.offset);
  }
}
