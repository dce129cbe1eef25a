/**
 * What words say about whether something happens. Lists of common words only: nothing here belongs to one subject, and
 * a word that is in no list is judged by its form.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs, in base form, for a state: dated, they say that something was so, not that it happened. */
export const STATIVE = words(`
  be have remain seem appear contain include consist belong own depend exist lie stand represent constitute mean involve require need want
  like love know resemble tend deserve lack possess concern matter suit fit cost weigh measure equal count differ vary look sound keep stay
  relate pertain comprise cover span feature underscore illustrate reflect demonstrate indicate suggest focus enable allow 
  continue share enjoy face
`);

/** Verbs of holding a view: what they report is a view, and holding it is no event. */
export const OPINION = words(`
  believe think argue claim maintain contend insist assess feel view regard consider see perceive expect hope fear reckon suggest deem
  doubt worry wonder assume suppose judge interpret understand recognize recognise acknowledge speculate anticipate agree disagree profess
  assert assume envisage foresee depict portray stress wish prefer want
`);

/** Adverbs and words that make a habit of what the verb says. */
export const HABIT = words(
  'usually often always regularly routinely annually generally typically frequently sometimes normally traditionally commonly every periodically rarely seldom never',
);

/** Nouns that name a happening, or a thing that a date makes: the noun with its date is an event of its own. */
const HAPPENINGS = words(`
  visit summit meeting forum talk talks election elections referendum war invasion attack tsunami earthquake flood conference congress outbreak strike
  census festival championship exhibition trial crash accident explosion coup revolution uprising crisis massacre siege battle ceremony
  speech address interview merger takeover bankruptcy annexation raid fire famine drought epidemic pandemic parade exercise exercises drill drills
  mutiny riot protest protests march boycott blockade evacuation rescue launch opening closure death birth wedding marriage coronation
  funeral arrest verdict sentence appeal hearing inquest inquiry vote ballot debate expedition voyage flight landing eruption storm hurricane
  cyclone typhoon wildfire landslide shipwreck sinking collision derailment robbery murder assassination shooting bombing offensive ceasefire
  truce armistice surrender defeat victory conquest campaign purge scandal crackdown lockdown quarantine recall layoffs walkout
  tour premiere debut game match final tournament olympics experiment test trip pilgrimage retreat exodus migration rebellion revolt
  genocide plague avalanche blackout collapse default bailout devaluation reform purchase sale acquisition session party reunion split breakup
  handover takeover withdrawal pullout deployment ascent anniversary jubilee breakthrough discovery invention declaration
  phone-call call raid ambush skirmish clash clashes hijacking kidnapping murder trial
`);
/** Nouns for what is made once, at a date: laws, papers, agreements. */
const WORKS = words(`
  treaty act law agreement accord pact statement report article book constitution charter decree edict protocol convention memorandum
  communiqué communique study paper letter manifesto plan resolution ordinance bill amendment novel film album patent edict bull
  concordat settlement ultimatum proclamation warrant order ruling judgment judgement contract deal
`);
const NOMINAL_ENDING = /(?:[^s]sion|tion|ment|ance|ence|al|ure)$/;
/** They end like happenings and are none. */
const NOT_HAPPENINGS = words(`
  government parliament department nation population position situation condition organization organisation institution information section
  station region option edition fraction proportion corporation association foundation federation generation tradition direction function
  relation relations administration element document equipment environment apartment segment cement garment pavement basement monument
  moment management sentiment argument instrument alliance influence science evidence presence absence difference
  experience audience intelligence residence insurance substance distance balance finance province fence
  capital hospital animal material national official journal criminal signal general individual professional 
  culture nature structure future picture feature literature figure measure temperature agriculture infrastructure pressure pleasure
  legislation opinion million billion version dimension television profession pension tension vision passion fashion religion
  nutrition location vacation mention attention caption portion ration commission union assessment requirement regiment
`);

/** Whether a noun, in base form and lower case, names something that happens or is made at a date. */
export function isEventNoun(lemma: string): boolean {
  if (HAPPENINGS.has(lemma) || WORKS.has(lemma)) return true;
  return lemma.length > 6 && NOMINAL_ENDING.test(lemma) && !NOT_HAPPENINGS.has(lemma);
}

/** Whether a noun names a paper that a date makes: a law, a report, a treaty. */
export const isWork = (lemma: string): boolean => WORKS.has(lemma);

/** Verbs of change whose two dates are the ends of one course: "rose from 40 in 1990 to 90 in 2000". */
export const COURSE = words(
  'rise fall grow drop increase decrease climb decline shrink expand jump plunge double triple soar surge',
);
