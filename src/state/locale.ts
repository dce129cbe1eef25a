/** Language of dates and numbers on the page, as of its words. BCP 47. */
export const LOCALE = 'en';
