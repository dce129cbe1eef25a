/** Width below which lanes carry their name above the rows, and time may run downwards, px. */
export const NARROW = 560;
