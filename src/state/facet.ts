export { answers, BANDS, type Band, bandOf, FACETS, type Facet, ORDERED } from '../store/facet.ts';
