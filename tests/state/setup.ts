import { loadDrawing } from '../../src/state/chart.svelte.ts';
import { loadCuration } from '../../src/state/session.svelte.ts';

// The page loads them when it stands; tests begin when they are there.
await Promise.all([loadCuration(), loadDrawing()]);
