/** `npm run build`: builds every part, whether it is stale or not. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildPackage, PARTS } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';

await ensureInstalled();
const said = (part) => console.log(`Built dist/${part}`);
await buildPackage(said).catch(fail);
await build('app').catch(fail);
said('app');
await build('copy').catch(fail);
copyFileSync(join(root, PARTS.copy.made), join(root, 'dist/app/dateline.html'));
said('copy');
