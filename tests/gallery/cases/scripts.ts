import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Titles in many scripts, with emoji, marks above letters and characters that XML must escape.',
  collection('Many scripts ✍️ <&>', categories('Letters', 'Signs'), [
    told('2020-01-15', 'letters', '长城修缮工程开工', { salience: 0.9 }),
    told('2020-03-02', 'letters', '東京で新しい橋が開通', { salience: 0.8 }),
    told('2020-04-20', 'letters', 'افتتاح الجسر الجديد', { salience: 0.8 }),
    told('2020-06-11', 'letters', 'פתיחת הגשר החדש', { salience: 0.7 }),
    told('2020-07-30', 'letters', 'Открытие нового моста', { salience: 0.8 }),
    told('2020-09-14', 'letters', 'Εγκαίνια της γέφυρας', { salience: 0.7 }),
    told('2020-10-28', 'letters', 'नए पुल का उद्घाटन', { salience: 0.6 }),
    told('2020-02-10', 'signs', '🎉 Party on the bridge 👩‍👩‍👧‍👦 🇫🇷', { salience: 0.9 }),
    told('2020-05-05', 'signs', 'R&D <begins> with "quotes" & \'more\'', { salience: 0.8 }),
    told('2020-08-08', 'signs', 'Ẽ́ à̂ Žižkov Łódź Ørsted', { salience: 0.6 }),
    told('2020-11-11', 'signs', 'Bell\u0007 and half a pair \ud83d end', { salience: 0.5 }),
  ]),
);
