import type { Match } from './pattern.ts';

/** What four digits are when they are no year: an amount, a page, a house, a title. */
export const COUNTED =
  /^(?:people|schoolchildren|patients|participants|men|women|troops|soldiers|percent|miles|km|kilometers|kilometres|feet|meters|metres|tons|tonnes|votes|dollars|times|per|million|billion|thousand|points|children|prisoners|horses|kg|lb|lbs|ft|m|jobs|workers|homes|houses|households|families|members|students|pupils|words|copies|cases|deaths|dead|victims|refugees|migrants|hectares|acres|mw|gw|kw|kwh|calories|rpm|hp|books|ships|tanks|guns|aircraft|euros|pounds|francs|marks|rubles|roubles|yen|yuan|crowns|kroner|kronor|barrels|litres|liters|gallons|inches|yards|visitors|spectators|residents|inhabitants|passengers|villagers|protesters|demonstrators|delegates|employees|staff|seats|rooms|cars|vehicles|species|civilians|fighters|officers|sailors|farmers|cattle|sheep|ml|cl|g|mg|cm|mm|kcal|kb|mb|gb|tb|hz|khz|mhz|ghz|watts|volts|px|dpi|sq|square|cubic|psi|degrees|units|pesos|rupees|baht|dirhams|lira|shillings|pence|cents|subscribers|followers|downloads|strong)$/;

/** "from 1890 to 1970 per the census" counts nothing, "1500 to 2000 people" does. */
export const isCounted = (word: string): boolean => COUNTED.test(word) && word !== 'per';

/** "1500 or so", "1200 or more": about so many; "1880 or earlier" is about a year. */
export const isSome = (m: Match): boolean =>
  m.word(m.to) === 'or' && (/^(?:more|less|fewer|so)$/.test(m.word(m.to + 1)) || isCounted(m.word(m.to + 2)));

/** Words before a number that is their own: page 1914, No. 1812, resolution 1973. */
const NUMBERED =
  /^(?:no|nos|p|pp|page|pages|room|route|flight|number|numbers|vol|volume|chapter|chapters|section|sections|code|zip|model|line|lines|verse|box|rule|title|act|article|articles|clause|case|bill|regulation|paragraph|para|§|figure|figures|fig|table|lot|unit|resolution|item|docket|gate|channel|highway|interstate|motorway|apartment|suite|opus|op|bus|buses|tram|train|exhibit|exhibits|eq|eqs|equation|step|steps|invoice|batch|specimen|serial|ref|psalm|hymn|tel|phone|fax|ext)$/;

/** A number of its own kind: its word stands before it, with or without a full stop. */
export function isNumbered(m: Match, from = m.from): boolean {
  const before = m.word(from - 1);
  return NUMBERED.test(before === '.' && m.glued(from - 1) ? m.word(from - 2) : before);
}

/** "Journal 225(5230), 1910-1917": what follows a number or its bracket is a page. */
export const isPage = (m: Match, from = m.from): boolean => {
  if (isNumbered(m, from)) return true;
  if (m.word(from - 1) !== ',' && m.word(from - 1) !== ':') return false;
  const before = m.word(from - 2);
  return /^\d+$/.test(before === ')' ? m.word(from - 3) : before) && m.tokens.tags[from - 2] !== 'Y';
};

const STREET =
  /^(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|terrace|place|square|court|way|highway|parkway|crescent|close|row|quay|wharf|pike|turnpike|broadway)$/;

/** 1355 Elm Street: a number before one to three names and a word for a street. */
export function isHouse(m: Match): boolean {
  for (let i = m.to; i < m.to + 4; i++) {
    if (!/^\p{Lu}/u.test(m.printed(i))) return false;
    if (i > m.to && STREET.test(m.word(i))) return true;
  }
  return false;
}

/** “2666” in quotation marks of its own, and the number behind "the film", is what something is called. */
export function isTitle(m: Match): boolean {
  if (/^[“‘"]$/.test(m.printed(m.from - 1)) && m.glued(m.from) && m.glued(m.to))
    return /^[”’",.]$/.test(m.printed(m.to));
  return /^(?:film|movie|novel|album|song|sitcom|musical)$/.test(m.word(m.from - 1));
}

/** Windows 2000 and Office 2016 are things to buy, and no year dates them. */
export const isProduct = (m: Match): boolean =>
  /^(?:Windows|Office|Excel|Server|Exchange|SharePoint|AutoCAD|Photoshop)$/.test(m.printed(m.from - 1));

/** B-1942: capitals tied to a number are its name, "pre-1914" is not. */
export const isCode = (m: Match): boolean =>
  m.glued(m.from) &&
  m.glued(m.from - 1) &&
  m.tokens.tags[m.from - 1] === '-' &&
  /^\p{Lu}{1,4}$/u.test(m.printed(m.from - 2));

/** [1932] AC 562, [1987] 2 Ll Rep 114: the volume of a law report, whatever was decided in it. */
export function isLawReport(m: Match): boolean {
  if (m.printed(m.from - 1) !== '[' || m.printed(m.to) !== ']') return false;
  const volume = /^\d{1,2}$/.test(m.printed(m.to + 1));
  return (
    /^\p{Lu}[\p{L}’']*$/u.test(m.printed(m.to + (volume ? 2 : 1))) &&
    (volume || /^\p{Lu}{2,}/u.test(m.printed(m.to + 1)))
  );
}
