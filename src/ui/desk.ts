import { createContext } from 'svelte';
import type { Desk } from '../state/desk.svelte.ts';

/** Hands the desk down to every component without passing it through each. */
export const [getDesk, setDesk] = createContext<Desk>();
