import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Ages of the earth, thousands of millions of years wide.',
  collection('A very short history of the earth', categories('Rock', 'Air', 'Life'), [
    told('Y-4540000000~', 'rock', 'The earth takes shape', { salience: 1 }),
    told('Y-4400000000~', 'rock', 'Oldest grains of zircon', { salience: 0.6 }),
    told('Y-720000000/Y-635000000', 'rock', 'Ice from pole to pole', { salience: 0.7 }),
    told('Y-335000000/Y-175000000', 'rock', 'One continent', { salience: 0.8 }),
    told('Y-2400000000~', 'air', 'Oxygen begins to stay', { salience: 0.9 }),
    told('Y-850000000/Y-540000000', 'air', 'Oxygen rises again', { salience: 0.6 }),
    told('Y-3500000000~', 'life', 'Mats of bacteria', { salience: 0.8 }),
    told('Y-600000000~', 'life', 'Soft animals on the sea floor', { salience: 0.6 }),
    told('Y-538800000~', 'life', 'Shells, legs and eyes', { salience: 0.9 }),
    told('Y-66000000~', 'life', 'An asteroid ends an age', { salience: 0.9 }),
    told('Y-300000~', 'life', 'People much like us', { salience: 0.7 }),
  ]),
);
