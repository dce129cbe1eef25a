import { describe, expect, test } from 'vitest';
import { MOST_WORDS, present } from '../../src/extract/titles.ts';
import { extracted, titlesOf } from './extracted.ts';

describe('a headline', () => {
  test.each([
    [
      'takes the present for the past',
      'The harbour company bought two tugs in 1931.',
      'Harbour company buys two tugs',
    ],
    ['drops the helper of a passive', 'The old bridge was closed in 1931.', 'Old bridge closed'],
    [
      'writes plans with to',
      'The minister will open the tunnel on 3 June 2024.',
      'Minister to open the tunnel',
    ],
    ['leaves the date out', 'On 3 May 1902 the mill burned down.', 'Mill burns down'],
    [
      'begins a phrase at a number in words',
      'During the Boer War ninety men were killed, among them two brothers, at Colenso in December 1899.',
      'Ninety men killed',
    ],
    [
      'leaves out who speaks',
      'In May 2016 we laid off a third of the staff.',
      'Laid off a third of the staff',
    ],
    [
      'tells what was done where nobody knows who "we" are',
      'The inspectors came in May. We visited the upper lock on 2 December 2004.',
      'Upper lock visited',
    ],
    [
      'names who keeps the diary for "we"',
      'Journal of Anna Holm\n\nTuesday, 3 May 1887. We signed a treaty with the king at noon.',
      'Holm signs a treaty with the king',
    ],
    [
      'leaves a run-in head out',
      'The facts\n\n**Appeal.** The club was fined by the league in May 2016.',
      'Club fined by the league',
    ],
    [
      'leaves out how early it was',
      'Norland proposed a fund for sinking islands as early as 1991.',
      'Norland proposes a fund for sinking islands',
    ],
    [
      'takes the thing first issued, not who has it',
      'Barlow ran a mill under a licence first issued in 1903 and renewed each spring.',
      'Licence issued',
    ],
    [
      'tells who retired and not what came later with it',
      'Ann Lowe retired on 30 June 2018 and has been succeeded by her son Karl.',
      'Ann Lowe retires',
    ],
    ['keeps a small word', 'The crew shut the engine down on 3 May 2002.', 'Crew shuts the engine down'],
    ['tells floods apart', 'After the floods of 1993 she wrote to him.', 'Floods of 1993'],
    [
      'names who acts behind words between subject and verb',
      'On 1 May 1987 Ana Ruiz, speaking in Bonn, called for a truce.',
      'Ana Ruiz calls for a truce',
    ],
    ['drops brackets', 'The union (founded by miners) called a strike in 1921.', 'Union calls a strike'],
    [
      'drops words of comment',
      'However, the council finally approved the plan in 1931.',
      'Council approves the plan',
    ],
    ['keeps a name before a title', 'The new minister, Ana Ruiz, resigned in May 2011.', 'Ana Ruiz resigns'],
    [
      'puts a name for a pronoun',
      'Ana Ruiz left Bonn in 1930. She opened a school in 1934.',
      'Ana Ruiz opens a school',
    ],
    [
      'keeps what is hers',
      'Ana Ruiz left Bonn in 1930. She made her orchestral debut at Ghent in 1934.',
      'Ana Ruiz makes her orchestral debut at Ghent',
    ],
    [
      'says whose',
      'Freedonia ignored protests over its 1934 invasion of Sylvania.',
      'Freedonia’s invasion of Sylvania',
    ],
    [
      'knows who it is by what is its',
      'The firm spoke of a bridge. The talks show Chile’s wish to keep its grip on Orla, a peninsula that it annexed in 1934.',
      'Chile annexes Orla',
    ],
    [
      'takes no month for what was sued',
      'Orla Works sued the following month. It lost in the High Court in May 1984.',
      'Orla Works loses in the High Court',
    ],
    [
      'knows what was rebuilt',
      'Troops blew up the two piers in 1695; they were rebuilt in wood in 1696.',
      'Two piers rebuilt in wood',
    ],
    [
      'knows a ship by its article',
      'Ben Vos built boats. He was born in 1938. His first boat, the Orla Queen, was launched in 1965. She was scrapped in 1998.',
      'Orla Queen scrapped',
    ],
    [
      'says which island',
      'The envoy spoke of Cuba after that island’s January 1994 elections.',
      'Cuba’s elections',
    ],
    [
      'takes no month for an owner',
      'A plan agreed that July was never carried out. Its author left the trust in May 1984.',
      'Plan’s author leaves the trust',
    ],
    ['says what there was', 'In 1848 there was a revolution in Vienna.', 'Revolution in Vienna'],
    [
      'stops before a relative clause',
      'In 1931 the firm hired Jan Vos, who had built ships in Leith.',
      'Firm hires Jan Vos',
    ],
    [
      'does not cut between A and B',
      'In 1931 the board called for closer work between Bonn and Oslo.',
      'Board calls for closer work between Bonn and Oslo',
    ],
    [
      'is the noun where a noun tells it',
      'They still discuss the 1987 trial of Jan Vos.',
      'Trial of Jan Vos',
    ],
    [
      'ends before a noun that waits for its complement',
      'In May 1931 the council sent two boats to the islands of the northern coast in an effort to reach the stranded crew.',
      'Council sends two boats to the islands of the northern coast',
    ],
    [
      'cuts no list in two',
      'The board of the railway met delegates from Arden, Vale, Orla and the twelve hill towns beyond the old river crossing in 1931.',
      'Board of the railway meets delegates',
    ],
    [
      'names who is described',
      'In April 1988 the envoy met his Danish counterpart, Ines Holm, in Oslo.',
      'Envoy meets Ines Holm in Oslo',
    ],
    [
      'calls a person as the text does',
      'Ana Ruiz led the bank. Ruiz was popular. In 1931 President Ana Ruiz resigned after a strike.',
      'Ruiz resigns after a strike',
    ],
    [
      'says whom something is told',
      'In May 2012 Vos told the reporters of the town that some forty percent of all tickets were sold online.',
      'Vos tells reporters some forty percent of all tickets were sold online',
    ],
    [
      'leaves asides out of what is said',
      'The mayor said on 4 May 2012 that damage to the pier, found by divers, was caused by a ship.',
      'Mayor says damage to the pier was caused by a ship',
    ],
    [
      'is the subject where only a date follows',
      'The last time the mill stood still for a month was in 1978.',
      'Last time the mill stood still for a month',
    ],
    [
      'keeps the participle of what someone had done',
      'In 1854 the parish had the handle of the pump removed.',
      'Parish has the handle of the pump removed',
    ],
    [
      'takes the object again',
      'The firm bought a trawler in 1951 and sold it to Leith in 1955.',
      'Firm sells trawler to Leith',
    ],
    [
      'puts a name for her',
      'Ana Ruiz died in 1981. A street in Bonn was named after her in 1990.',
      'Street in Bonn named after Ana Ruiz',
    ],
    [
      'takes a name beside a name for the subject',
      'Norway ratified the pact in 1997 and Chile in 2003.',
      'Chile ratifies the pact',
    ],
    [
      'says which of a row of participles',
      'The vaccine was approved in 2006, withdrawn in 2009 and approved again in 2012.',
      'Vaccine withdrawn',
    ],
    [
      'says on what occasion',
      'At the Orla Forum, Ana Ruiz announced a new canal on 3 May 2012.',
      'Ana Ruiz announces a new canal at the Orla Forum',
    ],
    [
      'says what a short one followed',
      'Norway protested in June 2012 after Chile turned a boat back.',
      'Norway protests after Chile turned a boat back',
    ],
    [
      'says what a thing did',
      'Oslo will be the first stop of the mayor after a close vote in March 2012 that gave the party a second term.',
      'Close vote gives the party a second term',
    ],
    [
      'knows a plural by its number words',
      'More than thirty ships left the bay in 1931.',
      'More than thirty ships leave the bay',
    ],
    [
      'finds the noun behind an article',
      'On 17 August 1977 the Orla reached the North Pole.',
      'Orla reaches the North Pole',
    ],
    [
      'finds the person before who',
      'A baker in Leith, who liked the taste of the water and had a jug brought to her each day, died on 2 May 1854.',
      'Baker in Leith dies',
    ],
    [
      'keeps a preposition that a passive needs',
      'The first patents were applied for in 1931.',
      'First patents applied for',
    ],
    [
      'means a law by what comes into force',
      'Parliament passed the Ferries Act in 1911. It came into force on 1 January 1912.',
      'Ferries Act comes into force',
    ],
  ])('%s', (_, text, title) => {
    expect(titlesOf(text)).toContain(title);
  });

  test.each([
    ['a mere being of a date', 'The nineties were worse.'],
    ['an amount that stands for itself', 'The mill sold flour. In 2019 it was 31 million.'],
    ['what nobody in particular does', 'Whoever counts the boats finds 21 of them in May 2012.'],
  ])('is not made of %s', (_, text) => {
    for (const title of titlesOf(text)) expect(title).not.toMatch(/^(?:Were|Was|Whoever|It|Mill was)\b/);
  });

  test('begins with who published the item', () => {
    const text = [
      'Norway and the north',
      '14 May 2024',
      'Norway opens a new northern port for trade',
      '(Polar Post) — Norway opened a port on Monday. The port is large.',
      '12 May 2024',
      'Chile closes its last southern coal mine',
      '(Harbour Gazette) — Chile closed a mine on Friday. The mine was old.',
    ].join('\n\n');
    const press = extracted(text, '2024-05-16').events.filter((event) => /:/.test(event.title));
    expect(press.length).toBeGreaterThan(0);
    for (const { title } of press) expect(title).toMatch(/^(?:Polar Post|Harbour Gazette): /);
  });

  test('never has more than twelve words, a date, a note number, a pronoun in front or a cut end', () => {
    const text = [
      'In March 2011 the regional assembly, after weeks of debate among members of all four parties, approved by a narrow majority a plan for the reconstruction of the port.12',
      'He was given a medal in 2012. It was sold in 2013 for 300 pounds. They met in 2014 to',
      'On 4 May 2015 the Ministry of Roads, Railways and Waterways of the Republic announced the closure of the canal between Arden and Vale to all ships of more than 40 metres.',
      'Its museum, which had been closed since 2009, was opened again in 2016 by the mayor of the town and a group of pupils from the school.',
    ].join('\n\n');
    for (const title of titlesOf(text)) {
      expect(title.split(' ').length).toBeLessThanOrEqual(MOST_WORDS);
      expect(title).toMatch(/^[\p{Lu}\d“"]/u);
      expect(title).not.toMatch(/\b20\d\d\b|\.\d+$/);
      expect(title).not.toMatch(/^(?:He|She|It|They|Its|This)\b/);
      expect(title).not.toMatch(/\b(?:of|to|the|a|an|and|in|by|for|with|its|that|which)$/);
      expect(title).not.toMatch(/[,;:(–—-]$/);
    }
    expect(titlesOf(text).length).toBeGreaterThan(4);
  });

  test('says nothing that the passages do not say, but for the ending of the verb', () => {
    const text = 'On 3 May 1902 the Orla mill burned down. In 1904 Jan Vos built a new one.';
    const words = new Set(
      text
        .toLowerCase()
        .match(/\p{L}+/gu)
        ?.map((w) => w.slice(0, 3)),
    );
    for (const event of extracted(text).events) {
      for (const word of event.title.toLowerCase().match(/\p{L}+/gu) ?? [])
        expect(words).toContain(word.slice(0, 3));
    }
  });
});

test.each([
  ['open', 'opens'],
  ['carry', 'carries'],
  ['play', 'plays'],
  ['watch', 'watches'],
  ['go', 'goes'],
  ['have', 'has'],
  ['pass', 'passes'],
])('third person of %s: %s; the plural is bare', (lemma, form) => {
  expect(present(lemma, false)).toBe(form);
  expect(present(lemma, true)).toBe(lemma);
});

test('a verb without a passive shares no helper', () => {
  expect(titlesOf('Ana Ruiz was elected in 1934 but resigned in 1936.')).toContain('Ana Ruiz resigns');
});

describe('the headlines of a text', () => {
  test.each([
    [
      'reads on behind a phrase in commas',
      'Barlow sold the mill on 6 March 2015 and, ten days later, bought a quarry.',
      ['Barlow sells the mill', 'Barlow buys a quarry'],
    ],
    [
      'tells what goes into force',
      'The pact was signed in Bern in June 1992 and entered into force in March 1994.',
      ['Pact signed in Bern', 'Pact enters into force'],
    ],
    [
      'names the person who was last spoken of by a part they have',
      'Captain Ross came aboard on 2 May 1902. The doctor died on 3 May 1902. The crew buried him on 5 May 1902.',
      ['Captain Ross comes aboard', 'Doctor dies', 'Crew buries doctor'],
    ],
    [
      'tells all that happened on a day that opens the sentence',
      'On 3 May 1990 the bank failed, and the minister resigned.',
      ['Bank fails', 'Minister resigns'],
    ],
    [
      'knows a line without a subject from a participle',
      'Journal of Anna Holm\n\n3 May 1887. Reached Kendra, a town of few houses.\n\n4 May 1887. Left Kendra at noon with nine mules, two guides and a cook.',
      [
        'Holm reaches Kendra, a town of few houses',
        'Holm leaves Kendra with nine mules, two guides and a cook',
      ],
    ],
    ['does not tell what did not happen', 'Had the fan been fitted in 1955, nobody would have died.', []],
    [
      'does not tell what a verb only repeats',
      'The states will walk out, as they did for a day in 2013.',
      [],
    ],
  ])('%s', (_, text, titles) => {
    expect(titlesOf(text).toSorted()).toEqual([...titles].toSorted());
  });
});
