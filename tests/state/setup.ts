import { loadCuration } from '../../src/state/session.svelte.ts';

// The page loads it after its first picture; tests begin when it is there.
await loadCuration();
