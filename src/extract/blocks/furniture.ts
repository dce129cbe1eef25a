/**
 * What belongs to the page and not to the story: credits, captions, menus, notes. Each answer is about one line or
 * paragraph without the white space around it and looks at no more than its ends, so that cost stays linear.
 */

const AGENCIES =
  'AFP|AP|Reuters|Getty|Getty Images|Xinhua|TASS|RIA|EPA|EFE|DPA|ANSA|PA|UPI|Bloomberg|Sputnik|Shutterstock|Alamy|iStock|Unsplash|Magnum|NASA|ESA';
const CREDIT = new RegExp(
  `(?:^|[\\s/,:])(?:(?:${AGENCIES})(?:$|[\\s/,])|pool(?:$|[\\s/,])|(?:file |stock )?(?:photo|photograph|picture|image|illustration|graphic|map|drawing)s?\\b|CC[ -]BY|handout|stringer|courtesy|wikimedia|archives?$|collection$|licensed|via\\s|©|\\(c\\))`,
  'iu',
);
const AGENCY_ALONE = new RegExp(`^\\(?(?:${AGENCIES}|CNN|BBC)\\)?$`);
const CAPTION_LABEL =
  /^(?:\(?(?:photo|picture|image|illustration|caption|credit|photograph|above|below|left|right|top|bottom|pictured)(?: (?:credit|by|courtesy|above|left|right|below))?\)?\s?:|(?:fig(?:ure|\.)|table|map|chart|plate|box|exhibit)\s+[A-Z]?\d+[a-z]?\s*[.:–—|-]|\((?:front row|left|right|from left|clockwise|top|back row|l-r|left to right)\b|photos?(?:graph)? by \p{Lu}|this (?:pool |file |handout |undated |satellite |combination )*(?:image|photo|photograph|picture)\b)/iu;

/** Whether a line describes a picture: a label says so, or a credit closes it. */
export function isCaption(line: string): boolean {
  if (line.length > 600) return false;
  if (CAPTION_LABEL.test(line)) return line.length <= 400 || CREDIT.test(line.slice(-80));
  if (
    /\p{L}[.!]\s(?:image|photo|photograph|picture|credit|photo credit|illustration)s?(?: by)?: ?\p{Lu}[^.!?]{1,60}\.?$/iu.test(
      line.slice(-110),
    ) &&
    line.length <= 400
  ) {
    return true;
  }
  const credit = /(?:^|[\s.])[([]([^()[\]]{2,90})[)\]]\.?$/u.exec(line.slice(-96))?.[1];
  if (!credit || credit.length > line.length - 12) return false;
  if (/\b(?:19|20)\d\d\b/.test(credit) && !/[/©]|photo|image|CC/i.test(credit)) return false;
  // `(Ann Lowe/Harbour Post)`: a photographer and a house, whatever their names, after the end of a sentence.
  const names = /^\p{Lu}[\p{L}.'’ -]{1,40}\/\p{Lu}[\p{L}.&'’ -]{1,40}$/u.test(credit);
  if (names && /[.!?]\s*[([][^()[\]]*[)\]]\.?$/.test(line.slice(-110))) return true;
  if (!CREDIT.test(credit)) return false;
  // `… as talks resume (AP)` is a headline with its agency; a picture's credit names more, or follows a full stop.
  return /[/:©]|\s/.test(credit) || /[.!?]\s*[([][^()[\]]*[)\]]\.?$/.test(line);
}

const ROLE =
  /\b(?:correspondent|reporter|editor|writer|journalist|fellow|professor|lecturer|analyst|columnist|researcher|institute|institution|university|college|school|cent(?:er|re)|foundation|academy|staff|bureau|agency|news)(?:\b|\d)/i;
const VERB =
  /\b(?:is|are|was|were|has|have|had|will|would|said|says|told|tells|became|died|won|made|met|visited|signed|joined|announced|published|opened|left|took|began|wrote|writes|who|which|that)\b/i;
const POSTED =
  /^(?:(?:first |last )?(?:published|posted|updated|modified|reviewed|revised|printed|released|filed|accessed|retrieved|archived)(?: on| at|:|\s*[-–—|])?|date(?:line)?:|(?:press )?release date:?|page last|issue date:?|as of:?)\s*(?=.*\d)/i;

/** Whether a line names author, agency or the day of posting. */
export function isByline(line: string): boolean {
  if (line.length > 240 || line.length < 2) return false;
  if (
    /^(?:reporting|writing|editing|additional reporting|compiled|translated|edited) by\s+\p{Lu}/iu.test(line)
  )
    return true;
  if (/^(?:written|story|words|text|posted|published|prepared)\s+by\b/i.test(line)) return line.length <= 160;
  if (/^(?:author|authors|contributors?|by-?line|source)s?:\s*\p{Lu}/iu.test(line)) return line.length <= 160;
  if (/^by(?::|\s)\s*(?:the\s+)?\p{Lu}/iu.test(line)) {
    const rest = line.replace(/^by:?\s*(?:the\s+)?/i, '');
    if (
      /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*)\b(?!\s+\p{Lu})/iu.test(
        rest,
      )
    )
      return false;
    return line.length <= 160 && !/[.!?]$/.test(line) && !VERB.test(rest) && !/^\p{Ll}/u.test(rest);
  }
  if (/^(?:from|to|cc|bcc|sent|reply-to): ?\S/i.test(line)) return line.length <= 160 && !/[.!?]$/.test(line);
  if (POSTED.test(line))
    return line.length <= 80 && !/[.!?]$/.test(line) && !VERB.test(line.replace(/^\S+(?:\s+\S+)?/, ''));
  if (AGENCY_ALONE.test(line)) return true;
  // `NAIROBI, Kenya (AP) _` on a line of its own.
  if (/^\p{Lu}[\p{Lu} .'’-]{2,40}(?:,\s*[^()]{2,40})?\s*(?:\([A-Z][\w ./-]{1,20}\))?\s*[_—–-]+$/u.test(line))
    return true;
  if (
    /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|bin|al|el)){1,4},\s/u.test(
      line.slice(0, 80),
    )
  ) {
    return ROLE.test(line.slice(line.indexOf(','))) && !VERB.test(line) && line.length <= 200;
  }
  return false;
}

const MENU = new RegExp(
  `^(?:${[
    'e-?mail(?: (?:this|us|address).{0,30})?',
    'print(?: this.{0,20})?',
    'share(?: (?:this|on|via|by).{0,40})?',
    'tweet',
    'pin it',
    'like this:?',
    'whatsapp|facebook|twitter|linkedin|telegram|reddit|instagram|youtube|copy link',
    '(?:un)?subscribe\\b.{0,60}',
    'sign (?:in|up|out)\\b.{0,60}',
    'log ?(?:in|out)',
    'register(?: now)?',
    'menu|home|search|navigation|main menu|site map|sitemap|language',
    'skip to .{0,30}',
    'back to (?:top|home|list|results)',
    '(?:next|previous|prev|older|newer)(?: (?:article|post|page|story|posts|entries))?(?: [»→>])?',
    'page \\d+(?: of \\d+)?',
    'read (?:more|also|next|on|the full .{0,30})\\b.{0,160}',
    'also read\\b.{0,160}',
    'see also:.{0,160}',
    'you (?:may|might) also (?:like|be interested).{0,60}',
    '(?:related|popular|trending|latest|recommended|most read)(?: (?:articles?|stories|posts?|topics?|content|news|links|reading))?:?',
    'more (?:on|from|in) (?:this|the) .{0,40}',
    'advertis(?:e|ement|ing).{0,30}',
    'sponsored(?: content)?|paid content',
    'google ads.{0,10}',
    '(?:no|\\d+) comments?',
    'comments?(?: \\(\\d+\\)| off| closed| are closed)?',
    '(?:leave|post|add|write) a (?:comment|reply)',
    'cancel reply|reply',
    'now reading\\b.{0,160}',
    'open popup|close(?: menu)?|x',
    'follow (?:us|@).{0,40}',
    'click (?:here|on|to)\\b.{0,120}',
    'all rights reserved\\.?',
    '(?:copyright )?(?:©|\\(c\\)) ?.{0,100}',
    'copyright \\d{4}.{0,80}',
    '(?:accept |manage )?cookies?(?: (?:policy|settings|notice))?',
    'privacy(?: policy)?|terms(?: (?:of (?:use|service)|and conditions))?|imprint|accessibility',
    'contact(?: us)?|about(?: us)?|faqs?|help',
    'donate(?: now| today)?|support us',
    'support \\p{Lu}+',
    'welcome back!?',
    'newsletter.{0,30}|get our newsletter.{0,60}',
    '(?:tags?|topics|filed under|categories|keywords|posted in):.{0,200}',
    'download (?:the |as |this |full )?.{0,30}pdf',
    'pdf|rss|\\[?edit\\]?|\\[hide\\]|\\[show\\]|jump to .{0,30}',
    'table of contents|contents',
    'loading\\.{0,3}|show (?:more|less)|view (?:all|more|gallery)',
  ].join('|')})$`,
  'iu',
);

/** Whether a line is a menu entry, a button, a link to elsewhere or a legal line. */
export function isMenu(line: string): boolean {
  if (line.length > 200) return false;
  if (MENU.test(line)) return !/^support \p{Ll}/u.test(line);
  if (/^(?:#[\p{L}\d_]+\s*){2,}$/u.test(line)) return true;
  // Breadcrumbs and rows of links.
  if (/\s[>»›|•·]\s.*\s[>»›|•·]\s/.test(line) && !/[.!?]/.test(line) && line.length <= 120)
    return !/\d{4}/.test(line);
  return /^https?:\/\/\S+$/.test(line);
}

const LONGEST_TITLE = 200;

/** Headings under which notes, sources or links stand. */
export const isNotesTitle = (line: string): boolean =>
  line.length <= LONGEST_TITLE &&
  /^(?:\d+\.?\s+)?(?:(?:end|foot)?notes(?: and (?:references|citations|sources))?|references(?: and (?:notes|further reading|sources))?|bibliography|(?:works |literature )?cited|sources|citations|further reading|external links|see also|literature|primary sources|secondary sources|sources and further reading|selected (?:bibliography|reading))\s*:?$/i.test(
    line.replace(/^[#*_\s]+|[#*_\s]+$/g, '').replace(/\[edit\]$/i, ''),
  );

/** The number with which an entry of a list of notes begins (`12. `, `[12] `, `12 `, `^12 `), or null. */
export function noteNumber(line: string): number | null {
  const found = /^(?:\[\^?(\d{1,3})\]:?|\^?(\d{1,3})(?:[.)]|\s{1,3}(?=[\p{Lu}“"‘«(])))\s*(?=\S)/u.exec(
    line.slice(0, 12).padEnd(13),
  );
  const digits = found?.[1] ?? found?.[2];
  return digits ? Number(digits) : null;
}

/** How much a paragraph looks like a citation: address, Ibid., volume and pages, publisher, quoted title with year. */
export function looksCited(line: string): boolean {
  const head = line.slice(0, 600);
  let signs = 0;
  if (/https?:\/\/|www\.|doi[:. ]|\bISBN\b|\barXiv\b/i.test(head)) signs += 2;
  if (
    /\bibid\b|\bop\. ?cit|\bloc\. ?cit|\bsee (?:also )?(?:note|above|for example)\b|\baccessed\b|\bretrieved\b|\bet al\b/i.test(
      head,
    )
  )
    signs += 2;
  if (/\b(?:vol|no|pp?|eds?|nr|ch|fol)\.\s?\d|\(eds?\.\)|,\s*eds?\.|\bvol\b/i.test(head)) signs++;
  if (
    /\b(?:University )?Press\b|\bPublish(?:ers|ing)\b|\bJournal of\b|\bQuarterly\b|\bReview\b|\bArchives?\b/.test(
      head,
    )
  )
    signs++;
  if (/[“"«][^”"»]{8,200},?[”"»]/.test(head) && /\b(?:1[5-9]|20)\d\d\b/.test(head)) signs++;
  if (
    /^[^.]{3,60}\((?:1[5-9]|20)\d\d[a-z]?\)|^\p{Lu}[\p{L}'’-]+,\s+\p{Lu}[\p{L}.'’ -]{0,30}[.,(]/u.test(
      head,
    ) &&
    /\b(?:1[5-9]|20)\d\d\b/.test(head)
  )
    signs++;
  return signs >= 2 || (signs === 1 && line.length <= 160);
}
