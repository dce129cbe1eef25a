// From a text to a picture: `node picture.mjs` writes mill.svg beside where it was started.
import { writeFileSync } from 'node:fs';
import { extract, LIGHT, layoutPicture, paintSvg } from 'dateline';

const text = `The mill at Aldern, a history

Work on the mill began in May 1907. On 3 March 1921 it burned down. The owners rebuilt it within two years, and in 1924
the first flour was sold again. The railway reached Aldern in June 1931.`;

const collection = await extract([{ name: 'mill.txt', text }]);
const { scene, ...about } = layoutPicture(collection, { theme: LIGHT, width: 960 });
writeFileSync('mill.svg', paintSvg(scene, about));
console.log(collection.events.map(({ time, title }) => `${time.edtf}  ${title}`).join('\n'));
