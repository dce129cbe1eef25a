import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(11);
const TOPICS = ['Mill', 'Canal', 'Brewery', 'School', 'Chapel', 'Station', 'Library', 'Foundry'];

export default drawn(
  'Only years and decades are known: everything is soft.',
  collection(
    'A town grows',
    categories('Industry', 'Schools', 'Churches'),
    Array.from({ length: 36 }, (_, i) => {
      const year = 1790 + Math.floor(random() * 110);
      const topic = TOPICS[i % TOPICS.length] ?? '';
      const kind = ['industry', 'schools', 'churches'][i % 3] ?? '';
      return told(
        i % 9 === 0 ? `${Math.floor(year / 10)}X` : String(year),
        kind,
        `${topic} built in the ${i % 2 ? 'east' : 'west'}`,
        {
          salience: random(),
        },
      );
    }),
  ),
);
