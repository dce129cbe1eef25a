import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Years before Christ and the border without a year 0.',
  collection('From republic to empire', categories('Rule', 'War', 'Letters'), [
    told('-0043-03-15', 'rule', 'A dictator falls on the Ides of March', { salience: 1 }),
    told('-0030', 'rule', 'The last rival dies in Alexandria', { salience: 0.6 }),
    told('-0026-01-16', 'rule', 'The senate votes a new name', { salience: 0.8 }),
    told('0014-08-19', 'rule', 'Death of the first emperor', { salience: 0.9 }),
    told('-0048/-0045', 'war', 'Civil war between two generals', { salience: 0.9 }),
    told('-0030-09-02', 'war', 'Sea battle off a western cape', { salience: 0.7 }),
    told('0009-09', 'war', 'Three legions lost in the woods', { salience: 0.8 }),
    told('-0028/-0018', 'letters', 'An epic is written', { salience: 0.7 }),
    told('0001', 'letters', 'First year of the new count', { salience: 0.4 }),
    told('0008', 'letters', 'A poet is sent to the Black Sea', { salience: 0.6 }),
  ]),
);
