/** `npm run build`: builds every part, whether it is stale or not. */
import { build, buildPackage } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail } from './project.mjs';

await ensureInstalled();
const said = (part) => console.log(`Built dist/${part}`);
await buildPackage(said).catch(fail);
await build('app').catch(fail);
said('app');
