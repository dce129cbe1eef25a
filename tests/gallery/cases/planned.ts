import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'What is planned or only possible is dashed and hollow; what is inferred has a lighter ring.',
  collection('A reactor, from plan to grid', categories('Permits', 'Building', 'Operation'), [
    told('2019-02', 'permits', 'Site permit granted', { salience: 0.7 }),
    told('2021-06-14', 'permits', 'Building permit granted', { salience: 0.9 }),
    told('2021-11-03', 'permits', 'Appeal rejected', { salience: 0.5, how: 'inherited' }),
    told('2021-09/..', 'building', 'Concrete works', { salience: 0.8, status: 'ongoing' }),
    told('2023-04', 'building', 'Vessel delivered', { salience: 0.6, how: 'heading' }),
    told('2025-21', 'building', 'Dome to be set', { salience: 0.7, status: 'planned' }),
    told('2026-03-01', 'building', 'Cold tests to begin', { salience: 0.6, status: 'planned' }),
    told('2027', 'operation', 'First power', { salience: 0.9, status: 'planned' }),
    told('2028/2060', 'operation', 'Commercial operation', { salience: 0.8, status: 'planned' }),
    told('2031~', 'operation', 'A second unit', { salience: 0.4, status: 'hypothetical' }),
  ]),
  { to: 23_000 },
);
