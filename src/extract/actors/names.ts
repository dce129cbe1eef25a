/** Who can act. A `group` is people without a body of their own: the Kurds, the Russians. */
export type ActorKind = 'person' | 'organisation' | 'country' | 'group';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Before a person's name, no part of it, and no office. */
export const TITLES: ReadonlySet<string> = new Set([
  ...words(
    'mr mrs ms miss mx dr prof sir dame lord lady baron baroness count countess hon rev reverend father sister brother rabbi imam ayatollah hajji gen lt col capt cmdr adm sgt maj brig pvt cpl sen rep gov pres justice judge madam monsieur madame herr frau señor don comrade',
  ),
  'lt gen',
  'lt col',
  'maj gen',
  'right honourable',
]);

/** Titles that stay with the name, which is a given name alone. */
export const NOBLE: ReadonlySet<string> = new Set(
  words(
    'king queen pope prince princess emperor empress tsar czar sultan shah sheikh sheik archduke duke duchess kaiser',
  ),
);

/** Offices: as said, and what they are called here. */
export const ROLES: ReadonlyMap<string, string> = new Map([
  ...words(
    'president chancellor premier leader dictator ruler minister secretary senator congressman congresswoman governor mayor ambassador envoy spokesman spokeswoman spokesperson general admiral colonel captain major lieutenant sergeant commander marshal commissioner chairman chairwoman chair chairperson director manager founder co-founder owner editor author professor lecturer scientist researcher economist historian analyst lawyer attorney prosecutor judge justice bishop archbishop cardinal patriarch coach chief inspector detective superintendent sheriff engineer architect inventor composer writer poet novelist painter physicist chemist mathematician biologist actor actress singer doctor nurse physician surgeon principal dean rector provost treasurer boss billionaire businessman entrepreneur activist dissident candidate lawmaker politician diplomat emperor king queen academic partner head reporter correspondent journalist victim suspect defendant student pupil resident fisherman farmer pilot merchant explorer missionary printer philosopher astronomer geologist zoologist curator conductor photographer filmmaker designer playwright sculptor epidemiologist virologist commentator strategist adviser advisor aide deputy',
  ).map((role): [string, string] => [role, role]),
  ['prime minister', 'prime minister'],
  ['premier', 'prime minister'],
  ['vice president', 'vice president'],
  ['vice-president', 'vice president'],
  ['former president', 'former president'],
  ['former prime minister', 'former prime minister'],
  ['president-elect', 'president'],
  ['foreign minister', 'foreign minister'],
  ['defence minister', 'defence minister'],
  ['defense minister', 'defence minister'],
  ['finance minister', 'finance minister'],
  ['health minister', 'health minister'],
  ['interior minister', 'interior minister'],
  ['deputy minister', 'deputy minister'],
  ['deputy foreign minister', 'deputy foreign minister'],
  ['deputy prime minister', 'deputy prime minister'],
  ['health secretary', 'health secretary'],
  ['home secretary', 'home secretary'],
  ['foreign secretary', 'foreign secretary'],
  ['defence secretary', 'defence secretary'],
  ['defense secretary', 'defence secretary'],
  ['treasury secretary', 'treasury secretary'],
  ['secretary of state', 'secretary of state'],
  ['secretary of defense', 'defence secretary'],
  ['secretary general', 'secretary-general'],
  ['secretary-general', 'secretary-general'],
  ['general secretary', 'general secretary'],
  ['attorney general', 'attorney general'],
  ['chief justice', 'chief justice'],
  ['chief executive', 'chief executive'],
  ['chief executive officer', 'chief executive'],
  ['ceo', 'chief executive'],
  ['cfo', 'finance director'],
  ['managing director', 'managing director'],
  ['chief economist', 'chief economist'],
  ['chief of staff', 'chief of staff'],
  ['chief superintendent', 'chief superintendent'],
  ['district attorney', 'district attorney'],
  ['party secretary', 'party secretary'],
  ['vice chancellor', 'vice-chancellor'],
  ['vice-chancellor', 'vice-chancellor'],
  ['superintendent of education', 'superintendent'],
  ['university president', 'president'],
  ['supreme leader', 'supreme leader'],
] as [string, string][]);

const ORGANISATION_WORDS = new Set(
  words(
    'university college school academy institute institution ministry department agency bureau office council committee commission court tribunal parliament congress senate assembly bundestag duma knesset cabinet government administration party union association federation confederation league alliance organization organisation society foundation fund trust bank company corporation corp inc ltd llc plc gmbh ag sa co group holdings holding industries enterprises partners brothers sons motors motor airlines lines airways academies aviation energy petroleum oil gas steel electric electronics technologies technology systems software pharmaceuticals pharma laboratories labs records pictures studios entertainment media broadcasting television news press times post herald tribune gazette journal daily telegraph guardian observer network army navy force forces corps guard guards police brigade battalion regiment division squadron fleet command militia front movement brotherhood church diocese monastery hospital clinic museum library theatre theater orchestra philharmonic ensemble club team fc united board authority service services secretariat registry chamber consortium cooperative co-operative exchange insurance railway railways telecom telecommunications shipping works brewery brewers stores supermarkets hotels mission embassy consulate directorate inspectorate inspectorate centre center laboratory observatory faculty',
  ),
);

/** Whether a lower-case word is the name of a kind of body. */
export const organisationWord = (lower: string): boolean => ORGANISATION_WORDS.has(lower.replace(/\.$/, ''));

/** Words that are bodies' only at the end of a name, or that things have too. */
const ONLY_LAST = new Set(
  words(
    'force forces guard front post times press oil gas energy works trust service team media office gazette journal observer guardian daily news electric steel centre center club united command lines line exchange church library theatre theater',
  ),
);

const BODY_NOUNS = new Set(
  words(
    'company firm group giant maker brewer retailer bank broadcaster newspaper publisher airline carrier manufacturer producer operator supplier contractor startup start-up conglomerate corporation agency charity foundation party union university college hospital club band team brewery utility insurer lender chain developer shipyard shipbuilder carmaker automaker chipmaker drugmaker consultancy organisation organization institute institution ministry regulator watchdog militia organisation movement',
  ),
);

/** Whether a lower-case noun says of a name beside it that it is a body: `brewer`, `bank`. */
export const bodyNoun = (lower: string): boolean => BODY_NOUNS.has(lower);

/** What an office can be of, within a person's title: `Secretary of State`, `Minister of Health`. */
export const OFFICE_OF: ReadonlySet<string> = new Set(
  words(
    'state defense defence education health finance justice war labour labor agriculture transport commerce energy interior foreign trade economy staff police works culture science environment housing industry planning information communications public exchequer',
  ),
);

const OCCASION =
  /^(?:acts?|bill|law|treaty|war|agreement|accords?|initiative|summit|conference|award|prize|report|plan|case|scandal|cup|games|championships?|festival|strike|crisis|reform|programme|program|project)$/;

/** Whether a name (its words in lower case) is a body's: its head or what stands before `of` says so. */
export function hasOrganisationWord(lower: readonly string[]): boolean {
  const plain = lower.map((w) => w.replace(/\.$/, ''));
  const last = plain[plain.length - 1]!;
  if (plain.length > 1 && OCCASION.test(last)) return false;
  if (plain.length > 1 && ORGANISATION_WORDS.has(last)) return true;
  const link = plain.findIndex((w) => w === 'of' || w === 'for' || w === 'on');
  if (link > 0) return ORGANISATION_WORDS.has(plain[link - 1]!);
  if (plain.length === 1) {
    return /^(?:parliament|congress|senate|bundestag|duma|knesset|cabinet|politburo|interpol)$/.test(last);
  }
  return plain.some((w) => ORGANISATION_WORDS.has(w) && !ONLY_LAST.has(w)) && !hasThingWord(last);
}

const THINGS = new Set(
  words(
    'war wars battle siege treaty agreement accord accords act bill law constitution declaration initiative summit conference forum congress olympics games cup championship championships prize award medal festival day week month year eve pandemic epidemic outbreak virus disease syndrome hurricane typhoon cyclone earthquake tsunami storm fire flood crisis revolution uprising rebellion coup reform plan programme program project strategy doctrine policy pact charter protocol convention resolution report review study survey census election elections referendum trial case affair scandal sea ocean river lake bay gulf strait straits channel canal island islands peninsula mountain mountains mount hill hills valley desert coast cape street road avenue boulevard square park bridge tunnel tower palace castle house hall building airport station port harbour harbor stadium arena province state county district region territory city town village north south east west northern southern eastern western campus gate wall line route highway railroad pipeline dam mine field fields base camp prison jail gaol chapter section article volume edition series book magazine dream order era age period century decade spring empire kingdom republic dynasty ship submarine destroyer carrier bomber fighter missile rocket satellite telescope poseidon theorem principle effect test machine engine act experiment structures studies',
  ),
);

/** Whether a lower-case word names an occasion, a place or a thing, which does not act. */
export const hasThingWord = (lower: string): boolean => THINGS.has(lower.replace(/\.$/, ''));

const HUMAN = new Set(
  words(
    'write speak think believe feel hope fear know explain recall remember smile laugh cry die born bear marry divorce resign retire graduate study attend teach learn live emigrate travel write compose paint argue contend testify plead confess enlist smile laugh observe speculate quip joke weep sing act enrol enroll wed suffer kiss hug sit sleep wake eat drink swim faint shout whisper cook dream pray dance',
  ),
);
/** Verbs that persons more than bodies are the subject of. */
export const isHumanVerb = (lemma: string): boolean => HUMAN.has(lemma);

const DONE_TO_PERSONS = new Set(
  words(
    'meet marry wed appoint elect succeed tell thank arrest sentence hire dismiss interview convict murder assassinate befriend mentor crown bury knight acquit greet',
  ),
);
/** Verbs whose object is a person. */
export const isDoneToPersons = (lemma: string): boolean => DONE_TO_PERSONS.has(lemma);

const NO_ACT = new Set(
  words(
    'be become seem appear remain lie stand contain include consist occur happen begin start end last mean mark see have',
  ),
);
/** Verbs whose subject acts. */
export const isActingVerb = (lemma: string): boolean => !NO_ACT.has(lemma);

/** Given names from many places, to tell `Anna Berg` from `Georgetown Heights`. Lower case. */
export const givenNames: ReadonlySet<string> = new Set(
  words(`
    aaron abdul abdullah abraham ada adam adrian agnes ahmad ahmed ai akbar akira alan albert aleksander aleksandr alessandro alex alexander
    alexandra alexei alexey alfred ali alice alicia alison amanda amina amit amy an ana anastasia anders andre andrea andreas andrei andrew
    andrey andrzej angela anil anita anja ann anna anne annie anthony antoine anton antonio anwar arjun arthur arvind asha ashok astrid augustus
    aung ayesha barack barbara bashar beatrice ben benedict benito benjamin bernard bertha betty bill bob boris brian bruce bruno carl carla
    carlos carmen carol caroline catherine cecilia charles charlotte chen chiara chinua chloe chris christian christina christine christopher
    claire clara claude claudia colin conrad daniel daria david deborah deepak deng denis diana diego dieter dietrich dmitri dmitry dominic donald
    dong dora doris dorothy douglas duncan edgar edith edmund eduardo edward edwin elena eleanor elias elijah elisabeth elizabeth ella ellen emil
    emily emma emmanuel enrico enrique eric erica erik ernest ernesto ernst esther ethel eugene eva evelyn fatima federico felix feng fernando
    fiona flora florence frances francesca francesco francis francisco franco frank frantz franz fred frederick friedrich fritz gabriel galileo
    gareth gary gavin gennady geoffrey georg george georges gerald gerard gerhard gertrude gianni gilbert giovanni giulia giuseppe gloria golda
    gordon grace graham greg gregory greta guido guillermo gustav guy habib hamid hanna hannah hans harald harold harriet harry harvey hassan
    hector heinrich helen helena helene helmut henri henry herbert herman hermann hillary hiroshi hu hugh hugo hussein ian ibrahim ida ignacio
    igor ilya imran indira ines ingrid irene irina isaac isabel isabella ismail ivan jack jacob jacques jaime jakob james jamie jan jane janet
    jason javier jean jeanne jeff jeffrey jennifer jens jeremy jessica jesus jiang jim jimmy jin joan joanna joao joe joel johan johann johannes
    john johnny jonas jonathan jorge josef joseph josephine joshua josé juan judith julia julian julie juliet julio julius justin kamal karen karim
    karl karin kate katherine kathleen kaja keith ken kenneth kevin khalid kim kirsten klaus kofi konrad konstantin krishna kurt kwame lars laura
    laurence laurent lawrence lech lee leila leo leon leonard leonardo leonid leopold li lin linda lindsay lisa liu liz lloyd lorenzo louis louisa
    louise lucas lucia lucy ludwig luigi luis luisa luke lula lydia magdalena mahatma mahmoud malcolm manfred manuel mao marcel marco marcus
    margaret margarita maria marianne marie mario marion mark marta martha martin martina mary masha mathilde matthew matthias maurice max maya
    mehmet mei michael michel michelle miguel mikhail milan mildred ming miriam mohamed mohammad mohammed mohandas moritz muhammad mustafa nadia
    nancy naomi napoleon narendra natalia natasha nathan nathaniel neil nelson niccolo nicholas nick nicola nicolas niels nigel nikita nikolai nikos
    nina noah noam nora norman nursultan octavia oleg olga oliver olof omar oscar osama otto pablo pamela paolo patricia patrick paul paula pauline
    pavel pedro penelope per peter petra philip philippe pierre pietro priya qian rachel rafael rahul raj rajiv ralph ramon raoul rashid raul
    ravi ray raymond rebecca recep rex ricardo richard rita robert roberto robin roger roland roman ronald rosa rose ross roy ruben rudolf rudolph
    rupert ruth ryan sabine sadiq saddam sakura salim salvador sam samantha samuel sandra sanjay sara sarah sebastian serena sergei sergey sergio
    shinzo sigmund silvia simon simone sofia sonia sophia sophie stalin stanislav stefan stella stephen steve steven stuart sultan sun susan
    suzanne sven svetlana sylvia takeshi tamara tang tanya tatiana ted teresa thabo theodor theodore theresa thomas timothy tim tina tobias tom
    tomas tony toshiro ulrich umberto ursula valentin valentina valery vanessa vera vernon veronica victor victoria viktor vincent virginia vivian
    vladimir volodymyr walter wang warren wei wen wendy werner wilhelm will william willy winston wolfgang xavier xi yang yasmin yasser yi
    yitzhak yoko yoshiko yuri yusuf yves zainab zara zhang zhao zhou zoe
  `),
);
