import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Names, categories and titles that run from right to left, some with years and Latin words in them.',
  collection('تاريخ الميناء', categories('السفن', 'البناء'), [
    told('1902-03-11', 'السفن', 'وصول أول باخرة من Marseille', { salience: 0.9 }),
    told('1911', 'السفن', 'إضراب عمال الرصيف', { salience: 0.7 }),
    told('1923-07-24', 'السفن', 'معاهدة 1923 وحرية المرور', { salience: 0.8 }),
    told('1905/1909', 'البناء', 'بناء الرصيف الشرقي', { salience: 0.9 }),
    told('1914-10', 'البناء', 'توقف الأعمال', { salience: 0.6 }),
    told('1930', 'البناء', 'المنارة الجديدة (42 m)', { salience: 0.8 }),
  ]),
  { locale: 'ar' },
);
