import { dateHead } from './dateLine.ts';
import { isNotesTitle } from './furniture.ts';
import type { Unit } from './unit.ts';

const SECTION =
  /^(?:introduction|background|overview|summary|abstract|conclusions?|outlook|analysis|discussion|methods?|results|context|history|aftermath|legacy|timeline|chronology|assessment|what(?:’s|'s| is) next|reactions?|consequences|appendix|acknowledge?ments?)\b/i;

/** Title 1; dated headings and sections 2; headlines under a dated heading, and second lines of a headline, 3. */
export function setLevels(units: Unit[]): void {
  const headings = units.filter((unit) => unit.kind === 'heading');
  for (const unit of headings) {
    // `Monday 3 June – Geneva` opens with a date: it dates what follows as a bare date does.
    if (
      !unit.dated &&
      unit.text.length <= 80 &&
      dateHead(unit.text.slice(0, 60)) > 0 &&
      !/^\d{4} [\p{Ll}]/u.test(unit.text)
    ) {
      unit.dated = !/^(?:the|of|to|since|from|may)\s/i.test(unit.text);
    }
  }
  const diary = headings.filter((unit) => unit.dated).length >= 2;
  const firstBody = units.findIndex(
    (unit) => unit.kind === 'paragraph' || unit.kind === 'list' || unit.kind === 'quote',
  );
  let titled = false;
  let underDate = false;
  let previous: Unit | null = null;
  for (const [i, unit] of units.entries()) {
    if (unit.kind !== 'heading') {
      unit.level = 0;
      if (unit.kind !== 'byline' && unit.kind !== 'navigation' && unit.kind !== 'caption') previous = null;
      continue;
    }
    if (!titled && i < firstBody && !unit.dated && !isNotesTitle(unit.text)) {
      titled = true;
      unit.level = 1;
    } else if (unit.dated) {
      underDate = true;
      unit.level = 2;
    } else if (isNotesTitle(unit.text) || SECTION.test(unit.text)) {
      underDate = false;
      unit.level = 2;
    } else if (underDate && diary) {
      unit.level = 3;
    } else {
      unit.level = previous !== null && previous.level >= 2 && !unit.apart ? 3 : 2;
    }
    if (unit.underline === 2 && unit.level === 1 && titled) unit.level = 2;
    previous = unit;
  }
}
