import { jsonPieces } from '../../formats/json.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import { speech } from '../../state/language.svelte.ts';
import { keep } from '../../texts/texts.json';
import { download } from '../download.ts';

/**
 * Saves what is open to a file: to the one that was chosen before, else to one that is chosen now; where the browser
 * lets no page write files, it is downloaded. What comes of it is told.
 * @param anew asks for another file.
 */
export async function saveToFile(desk: Desk, anew = false): Promise<void> {
  const t = speech.say(keep);
  const { session } = desk;
  const name = `${fileName(session.collection.name)}.json`;
  const pieces = jsonPieces(session.collection);
  try {
    const keeping = await desk.loadKeeping();
    if (!keeping.disk.canSaveAgain) {
      download(name, pieces, 'application/json');
      return;
    }
    const saved = await keeping.disk.save(pieces, name, anew);
    if (saved !== null) session.inform(t.savedTo(saved));
  } catch (error) {
    session.complain(t.notSaved, [(error as Error).message]);
  }
}

/** A name that every system takes for a file. */
function fileName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*\s]+/gu, ' ').trim();
  return plain.slice(0, 80).replace(/[. ]+$/, '') || 'timeline';
}
