/**
 * What is done, whatever word says it: "the bombers flew" and "the flight of the bombers" are one deed, a forum and the
 * talks beside it are two. Only words for what is done everywhere, in any field; a verb that is in no row is a deed of
 * its own.
 */
const ROWS = `
meet meeting talk summit confer consultation consult encounter
forum conference congress symposium convention
visit trip travel arrive arrival journey tour fly-in
fly flight
sail voyage cruise crossing
attack invade invasion offensive strike raid bombing bomb shell shelling bombardment assault
fight battle clash skirmish combat
war warfare
kill murder assassinate assassination killing
die death perish
bear birth
marry wed marriage wedding
elect election vote ballot poll
appoint appointment name nominate nomination
resign resignation step-down quit
inaugurate inauguration swear
sign signing conclude agree agreement treaty accord pact deal memorandum contract convention
ratify ratification
declare declaration proclaim proclamation statement
exercise drill manoeuvre maneuver wargame
patrol
launch
found establish foundation establishment set-up
build construct construction
open opening
close closure shut
begin start onset outset outbreak
end finish conclusion
buy purchase acquire acquisition takeover
sell sale
sanction embargo
arrest detain detention
convict conviction sentence verdict
sue lawsuit
discover discovery find
publish publication release
rise increase grow climb growth
fall drop decline decrease shrink
flood flooding inundate
earthquake quake
eruption erupt
burn fire blaze
crash collide collision
explode explosion blast
sink sinking founder shipwreck
celebrate celebration anniversary jubilee
win victory
lose defeat
greet greeting
promise pledge vow
phone call
withdraw withdrawal
annex annexation
`;

const DEEDS = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap((row) => {
      const words = row.split(' ');
      return words.map((word) => [word, words[0] ?? word] as const);
    }),
);

/** Verbs that leave it to a noun to say what is done: "held talks", "the meeting took place", "the flight ended". */
const LIGHT = new Set(
  (
    'hold have take make conduct carry attend give do be begin start open end finish conclude close continue follow occur happen come go get ' +
    'join participate see mark include lead stage host complete undertake perform pay receive'
  ).split(' '),
);

/**
 * The deed that an event is; empty where a verb that could be any deed is all that tells.
 * @param head its verb or noun, in base form.
 * @param nouns the nouns in it, in base form, nearest to the verb first: what a light verb leaves to them.
 */
export function deedOf(head: string, nouns: readonly string[]): string {
  if (LIGHT.has(head)) {
    const said = nouns.find((noun) => DEEDS.has(noun));
    if (said !== undefined || !DEEDS.has(head)) return DEEDS.get(said ?? '') ?? '';
  }
  return DEEDS.get(head) ?? head;
}

/** Whether a deed is one that words are known for: two different ones of these are two events. */
export const isKnownDeed = (deed: string): boolean => DEEDS.get(deed) === deed;
