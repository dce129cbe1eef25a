/** Above this many events a list is indexed off the main thread. */
export const MANY = 20_000;
