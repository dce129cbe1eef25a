/** Documents that `npm run eval -- formats` has other programs set: blocks in reading order, each form made from them. */

const h = (level, text) => ({ kind: 'heading', level, text });
const p = (text, ...notes) => ({ kind: 'paragraph', text, notes });
const li = (text) => ({ kind: 'list', text });
const table = (...rows) => ({ kind: 'table', rows });
const caption = (text) => ({ kind: 'caption', text });

/** `^` in a paragraph is where a note is called; the notes follow it. */
const blocks = {
  chronicle: [
    h(1, 'The salt works of Ravensund'),
    p(
      'Ravensund began as a landing place for barges that carried brine from the marshes to the boiling houses on the ridge. In 1742 the widow Karin Holm bought two leaking pans and a strip of shore, and within a decade her house supplied the garrisons of three provinces.^',
      'Accounts of the Holm estate, folio 12, kept in the town cellar since the flood.',
    ),
    p(
      'The boilers worked by night because the wind fell after sunset, and travellers described the ridge as a row of low red lanterns. On 9 October 1768 a spark from the fourth house caught the thatch of the cooperage; by morning nineteen roofs were gone, and the bailiff ordered that every chimney be raised by two ells before the next season.',
    ),
    h(2, 'A canal and its enemies'),
    p(
      'Plans for a canal were read aloud in the guildhall on 3 March 1801. The carters opposed them with unusual patience: they came to every meeting, paid their fines for shouting, and returned.^ The first sod was nevertheless cut on 14 April 1804, and the lock at Mellby opened in June 1809.',
      'The fines are listed in the guild book under the heading of disturbances.',
    ),
    li('Spring 1805: frost breaks the eastern embankment and drowns eleven cattle.'),
    li('12 July 1806: the diggers refuse to work until their bread is weighed in public.'),
    li('November 1808: water is let in for the first time, and stays.'),
    caption('Figure 1. The lock at Mellby in the year of its opening, after a drawing by a clerk.'),
    h(2, 'Prices and people'),
    p(
      'What the canal did to prices can be read in the ledgers of the weighing house, which were kept without a gap from 1795 to 1837. The cost of carrying a barrel to the coast fell by more than half, while the number of boiling houses grew from seventeen to thirty-one.',
    ),
    table(
      ['Year', 'Houses', 'Barrels shipped'],
      ['1800', '17', '8200'],
      ['1810', '24', '15900'],
      ['1820', '31', '22400'],
      ['1830', '29', '21100'],
    ),
    p(
      'Decline came from elsewhere. On 21 January 1838 a company in the capital announced that it would refine rock salt by steam, and in the following autumn the first cargo of foreign salt was unloaded at Ravensund itself.^ The last pan was drained on 30 September 1861; the bell of the weighing house was given to the school, where it still hangs.',
      'The cargo came on the brig Amalia; her papers give the weight as forty tons.',
    ),
  ],
  report: [
    h(1, 'Inquiry into the failure of the Tolmen bridge'),
    p(
      'This report was commissioned by the regional assembly on 11 February 2019, nine days after the western span of the Tolmen bridge settled by forty centimetres under an ordinary evening load. Nobody was hurt. The bridge was closed at 18:40 the same evening and has not been reopened.',
    ),
    h(2, 'What was known'),
    p(
      'The bridge was built between 1971 and 1974 and strengthened in 1996. Inspectors noted water in the northern abutment in May 2008, again in May 2010, and a third time on 17 October 2013.^ Each note was filed; none was answered within the ninety days that the regulations allow.',
      'Inspection sheets 44, 51 and 63, reproduced in the second annex.',
    ),
    p(
      'A private survey of 6 June 2016 described the drainage as blocked over a length of thirty metres. The survey was paid for by a shipping firm whose masts had scraped the fascia, and reached the roads office by ordinary mail on 20 June 2016.',
    ),
    h(3, 'The winter of the failure'),
    p(
      'Between 28 December 2018 and 19 January 2019 the temperature crossed the freezing point on sixteen nights. The abutment, saturated since the autumn rains, lost its bearing gradually and then, on 2 February 2019, all at once.',
    ),
    caption('Table 1. Settlement of the western span, in millimetres.'),
    table(
      ['Date', 'Upstream', 'Downstream'],
      ['4 January 2019', '3', '2'],
      ['18 January 2019', '9', '7'],
      ['1 February 2019', '31', '26'],
      ['2 February 2019', '402', '391'],
    ),
    h(2, 'Findings'),
    li('The drainage was not cleaned after August 2007.'),
    li('The warning of 17 October 2013 was read by a deputy who left office on 31 December 2013.'),
    li('No budget line for bearings existed between 2009 and 2018.'),
    p(
      'We find no single act that caused the failure, but a habit of filing.^ The assembly is advised to publish every inspection within thirty days, beginning on 1 July 2019, and to rebuild the abutment before the winter of 2020.',
      'One witness called it tidiness.',
    ),
    p('The assembly accepted these findings on 5 September 2019 by twenty-six votes to four.'),
  ],
  study: [
    h(1, 'Ringed plovers on a managed shore'),
    p(
      'We counted breeding pairs on a shingle spit of four kilometres from April 2003 to August 2017. The spit was fenced in March 2009 after two seasons in which no chick survived, and a warden was employed from 2011 onwards.^ Numbers rose from eleven pairs in 2008 to fifty-two in 2016.',
      'The warden kept a diary, on which the daily counts after 2011 depend.',
    ),
    h(2, 'Methods'),
    p(
      'Counts were made at low water on five mornings of each fortnight, by two observers walking in opposite directions. Where their totals differed by more than one pair the walk was repeated on the next morning. Storms prevented counting on 27 May 2006, on 3 June 2012 and throughout the second half of June 2015.',
    ),
    p(
      'Nests were marked with painted stones until 2007; from 4 May 2008 positions were taken with a hand-held receiver instead, because crows had learned what the stones meant.^ Chicks were ringed under a licence that was renewed on 1 March of every second year.',
      'Whether crows recognise paint has been doubted; ours did.',
    ),
    h(2, 'Results'),
    p(
      'Before the fence the mean number of fledged young per pair was 0.31; after it, 0.94. The difference does not depend on the warden, since the first two fenced seasons had none. A single night can undo a season: on 16 June 2013 a fox crossed at the spring tide and took the eggs of nineteen nests.',
    ),
    caption('Figure 2. Pairs in each season; the fence is marked by a broken line.'),
    table(
      ['Season', 'Pairs', 'Fledged'],
      ['2008', '11', '2'],
      ['2010', '19', '17'],
      ['2013', '40', '21'],
      ['2016', '52', '55'],
    ),
    h(2, 'Discussion'),
    p(
      'Fences work where people are the trouble. They work less well where the sea is: between November 2013 and February 2014 the spit lost a third of its width, and the pairs of 2014 nested closer together than any that we had seen. We expect the next breach before 2025 and recommend that the fence be moved inland every five years, beginning in 2018.',
    ),
  ],
};

export const documents = Object.entries(blocks).map(([name, list]) => ({
  name,
  blocks: list,
  headings: list.filter(({ kind }) => kind === 'heading').map(({ text }) => text),
  notes: list.flatMap(({ notes = [] }) => notes),
  rows: list.flatMap(({ rows = [] }) => rows.slice(1).map((row) => row.join(' '))),
}));

/** The words in reading order, notes at the end. */
export function wordsOf({ blocks, notes }) {
  const texts = blocks.flatMap(({ kind, text, rows }) =>
    kind === 'table' ? rows.map((row) => row.join(' ')) : [text.replaceAll('^', ' ')],
  );
  return (
    [...texts, ...notes]
      .join('\n')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/** Text with its notes called by `call`. */
function withNotes({ text, notes = [] }, call) {
  let n = 0;
  return text.replace(/\^/g, () => call(notes[n++]));
}

export function asMarkdown({ blocks }) {
  const notes = [];
  const out = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${block.text}`;
      case 'list':
        return `- ${block.text}`;
      case 'caption':
        return `*${block.text}*`;
      case 'table':
        return block.rows
          .map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${row.map(() => '---|').join('')}` : ''}`)
          .join('\n');
      default:
        return withNotes(block, (note) => `[^${notes.push(note)}]`);
    }
  });
  return `${[...out, ...notes.map((note, i) => `[^${i + 1}]: ${note}`)].join('\n\n').replace(/(^- .*)\n\n(?=- )/gm, '$1\n')}\n`;
}

export function asHtml({ blocks }, columns = 0) {
  const notes = [];
  let list = false;
  const out = blocks.map((block) => {
    const close = list && block.kind !== 'list' ? '</ul>' : '';
    const open = !list && block.kind === 'list' ? '<ul>' : '';
    list = block.kind === 'list';
    const tag = {
      heading: () => `<h${block.level}>${block.text}</h${block.level}>`,
      list: () => `<li>${block.text}</li>`,
      caption: () => `<figure><figcaption>${block.text}</figcaption></figure>`,
      table: () =>
        `<table>${block.rows.map((row, i) => `<tr>${row.map((cell) => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`,
      paragraph: () => `<p>${withNotes(block, (note) => `<sup>${notes.push(note)}</sup>`)}</p>`,
    }[block.kind]();
    return close + open + tag;
  });
  const end = `<ol class="footnotes">${notes.map((note) => `<li>${note}</li>`).join('')}</ol>`;
  const style =
    columns === 0
      ? ''
      : `<style>@page{size:A5;margin:18mm 14mm}body{font:10pt/1.35 serif;hyphens:auto;text-align:justify;columns:${columns};column-gap:7mm}h1{column-span:all;font-size:17pt}h2{font-size:13pt}h3{font-size:11pt}figcaption,.footnotes{font-size:8pt}sup{font-size:7pt}td,th{padding:1mm 3mm;text-align:left}</style>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${blocks[0].text}</title>${style}</head><body>${out.join('\n')}${end}</body></html>\n`;
}

export function asLatex({ blocks }, { columns }) {
  const escaped = (text) => text.replace(/[&%#_$]/g, '\\$&');
  let list = false;
  const out = blocks.map((block) => {
    const close = list && block.kind !== 'list' ? '\\end{itemize}\n' : '';
    const open = !list && block.kind === 'list' ? '\\begin{itemize}\n' : '';
    list = block.kind === 'list';
    const tag = {
      heading: () =>
        block.level === 1
          ? `\\title{${escaped(block.text)}}\\author{}\\date{}\\maketitle`
          : `\\${block.level === 2 ? 'section' : 'subsection'}*{${escaped(block.text)}}`,
      list: () => `\\item ${escaped(block.text)}`,
      caption: () => `\\begin{center}\\small ${escaped(block.text)}\\end{center}`,
      table: () =>
        `\\begin{center}\\begin{tabular}{${'l'.repeat(block.rows[0].length)}}\\hline\n${block.rows.map((row) => `${row.map(escaped).join(' & ')} \\\\`).join('\n')}\\hline\\end{tabular}\\end{center}`,
      paragraph: () =>
        withNotes(
          { ...block, text: escaped(block.text).replaceAll('\\^', '^') },
          (note) => `\\footnote{${escaped(note)}}`,
        ),
    }[block.kind]();
    return close + open + tag;
  });
  return `\\documentclass[10pt,a5paper${columns === 2 ? ',twocolumn' : ''}]{article}
\\usepackage[T1]{fontenc}\\usepackage{fancyhdr}
\\pagestyle{fancy}\\fancyhead[L]{${escaped(blocks[0].text)}}\\fancyhead[R]{\\thepage}\\fancyfoot{}
\\begin{document}
${out.join('\n\n')}
\\end{document}
`;
}
