import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Ten thousand years, from camps to a satellite: eras, centuries and one exact day on one axis.',
  collection('A river mouth, long settled', categories('People', 'Land'), [
    told('-8200~', 'people', 'Hunters camp on the dunes', { salience: 0.7 }),
    told('-3900/-3100', 'people', 'First fields and cattle', { salience: 0.8 }),
    told('-0120', 'people', 'A trading post with painted jars', { salience: 0.6 }),
    told('0864', 'people', 'Long ships burn the abbey', { salience: 0.8 }),
    told('12XX', 'people', 'The town gets walls', { salience: 0.5 }),
    told('1349', 'people', 'Half the town dies of the plague', { salience: 0.9 }),
    told('1953-02-01', 'people', 'The night of the flood', { salience: 1 }),
    told('-6200~', 'land', 'The sea drowns the plain', { salience: 0.9 }),
    told('-1500/-0800', 'land', 'Peat grows over the marsh', { salience: 0.5 }),
    told('1421-11-19', 'land', 'A storm tide makes an inland sea', { salience: 0.8 }),
    told('1958/1986', 'land', 'Dams close the inlets', { salience: 0.8 }),
    told('2014', 'land', 'A satellite measures the sinking', { salience: 0.4 }),
  ]),
);
