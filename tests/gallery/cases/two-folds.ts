import { DARK } from '../../../src/scene/theme.ts';
import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'two silences in one village, in the dark and in part of its time: the overview has the same breaks as the chart, and the window on it is where it should be',
  collection('A village that is seldom told of', categories('Buildings', 'People'), [
    told('0079', 'buildings', 'A villa stands by the ford', { salience: 0.7 }),
    told('0096-06', 'people', 'A veteran is given the land', { salience: 0.6 }),
    told('0121~', 'buildings', 'A bath is added to the villa'),
    told('0143', 'buildings', 'The villa burns down', { salience: 0.9 }),
    told('1618-02-11', 'people', 'Eleven families are counted', { salience: 0.6 }),
    told('1621', 'buildings', 'A bridge of oak', { salience: 0.8 }),
    told('1627-07-30', 'buildings', 'Flood takes the bridge away', { salience: 0.9 }),
    told('1631/1640', 'people', 'Years of plague', { salience: 0.7 }),
    told('2011-04', 'buildings', 'Ploughing turns up tiles', { salience: 0.8 }),
    told('2013-06/2016-09', 'buildings', 'The villa is dug up', { salience: 0.7 }),
    told('2018-05-05', 'people', 'Four hundred come to the opening', { salience: 0.6 }),
    told('2023', 'buildings', 'A new bridge of oak', { salience: 0.8 }),
  ]),
  { fold: true, theme: DARK, height: 660, from: -668_000, to: 18_000 },
);
