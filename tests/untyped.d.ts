// Packages of the tests that come without types.
declare module 'edtf';
declare module 'jsdom';
