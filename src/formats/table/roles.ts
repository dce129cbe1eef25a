/** What a column is taken for, the usual first. `year`, `month`, `day` are parts of the start; `endYear` … of the end. */
export const ROLES = [
  'title',
  'start',
  'end',
  'category',
  'place',
  'actors',
  'description',
  'source',
  'year',
  'month',
  'day',
  'time',
  'endYear',
  'endMonth',
  'endDay',
  'endTime',
  'ignored',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that one column alone can have; of the others there may be several. */
export const isSingle = (role: Role): boolean =>
  role !== 'description' && role !== 'source' && role !== 'ignored' && role !== 'actors';

/**
 * What people call their columns, in English, German, French and Spanish, without spaces and signs: the likelier names
 * first. `start_date` and `Start Date` are the same.
 */
const NAMES: Readonly<Record<Exclude<Role, 'ignored'>, readonly string[]>> = {
  title:
    'title headline event eventname eventtitle name subject summary label content caption heading item titel ereignis bezeichnung betreff überschrift termin titre événement evenement intitulé nom título titulo evento nombre asunto what was'.split(
      ' ',
    ),
  start:
    'start startdate begin begindate begins from date eventdate datefrom datestart startsat starttime dtstart when day_date datetime timestamp occurred published publishdate pubdate created createdat zeit datum beginn anfang von vom startdatum anfangsdatum wann ereignisdatum date_de_début datedébut datedebut début debut du fecha fechainicio inicio desde comienzo'.split(
      ' ',
    ),
  end: 'end enddate ends endsat until to dateto dateend finish finishdate endtime dtend due duedate bis ende enddatum schluss abschluss fin datefin au fechafin hasta final'.split(
    ' ',
  ),
  year: 'year startyear yr jahr année annee an año ano anno'.split(' '),
  month: 'month startmonth monat mois mes'.split(' '),
  day: 'day startday tag jour día dia'.split(' '),
  time: 'time clock uhrzeit heure hora'.split(' '),
  endYear: 'endyear yearend endjahr annéefin añofin'.split(' '),
  endMonth: 'endmonth endmonat'.split(' '),
  endDay: 'endday endtag'.split(' '),
  endTime: 'timeend'.split(' '),
  category:
    'category categories type group kind class theme topic section series track lane calendar tag tags kategorie art gruppe typ thema rubrik bereich catégorie categorie genre thème groupe categoría categoria tipo grupo tema'.split(
      ' ',
    ),
  place:
    'place location venue where wo city town site address country region où donde ort schauplatz stadt adresse land veranstaltungsort standort lieu ville pays lugar ciudad sitio país ubicación'.split(
      ' ',
    ),
  actors:
    'actors actor people persons person who participants attendees organizer organiser organisation organization author personen beteiligte akteure wer teilnehmer personnes acteurs participantes personas'.split(
      ' ',
    ),
  description:
    'description text details detail notes note body comment comments remarks abstract about info information beschreibung inhalt anmerkung anmerkungen bemerkung bemerkungen notiz notizen kommentar erläuterung texte détails remarques descripción descripcion detalles notas'.split(
      ' ',
    ),
  source:
    'source sources reference references citation url link links website href evidence document quelle quellen beleg belege fundstelle nachweis verweis référence référence(s) fuente fuentes enlace referencia media'.split(
      ' ',
    ),
};

const squeezed = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** By squeezed name: the role, and how good a name for it that is, the smaller the better. */
const BY_NAME: ReadonlyMap<string, { readonly role: Role; readonly rank: number }> = new Map(
  (Object.entries(NAMES) as [Role, readonly string[]][]).flatMap(([role, names]) =>
    names.map((name, rank) => [squeezed(name), { role, rank }] as const),
  ),
);

/** What a column's name says of it; null where it says nothing. */
export function roleByName(name: string): { readonly role: Role; readonly rank: number } | null {
  const known = BY_NAME.get(squeezed(name));
  if (known) return known;
  // `Date of the meeting`, `Event title (short)`: by one of its words, and never as surely.
  for (const word of name.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const found = BY_NAME.get(word);
    if (found && word.length > 3) return { role: found.role, rank: found.rank + 100 };
  }
  return null;
}
